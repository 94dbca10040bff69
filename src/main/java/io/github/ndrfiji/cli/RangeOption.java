package io.github.ndrfiji.cli;

import io.github.ndrfiji.image.ValueRangePolicy;
import picocli.CommandLine.Option;

/** The choice of the values of an image that count as 0 and 1, where no model says it. */
final class RangeOption {

    static final String FORMS =
            "The values of the image that count as 0 and 1: 'type' (all that the pixel type can hold),"
                    + " 'percentile' (0.1st and 99.9th of each channel of the stack), MIN:MAX as ImageJ shows them,";

    @Option(
            names = "--range",
            paramLabel = "RANGE",
            defaultValue = "auto",
            description = FORMS + " or 'auto' (type for 8-bit and RGB, else percentile).")
    private ValueRangePolicy policy;

    ValueRangePolicy policy() {
        return policy;
    }
}
