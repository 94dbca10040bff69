package io.github.ndrfiji.cli;

import io.github.ndrfiji.image.ValueRangePolicy;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The choice of the values of an image that count as 0 and 1. */
final class RangeOption {

    @Option(
            names = "--range",
            paramLabel = "RANGE",
            description = "The values of the image that count as 0 and 1: 'type' (all that the pixel type can hold),"
                    + " 'percentile' (0.1st and 99.9th of each channel of the stack), MIN:MAX, or 'auto' (type for 8-bit"
                    + " and RGB, else percentile).")
    private ValueRangePolicy range;

    Optional<ValueRangePolicy> chosen() {
        return Optional.ofNullable(range);
    }

    ValueRangePolicy orElse(ValueRangePolicy other) {
        return chosen().orElse(other);
    }
}
