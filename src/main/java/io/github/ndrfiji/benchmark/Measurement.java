package io.github.ndrfiji.benchmark;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one piece of work took.
 *
 * @param device name of the device, or of those one after the other that did the work
 * @param model name of the model
 * @param size of what was worked on, in words
 * @param throughput in the {@linkplain Work#unit() unit} of the work, at the median time; none for a start
 * @param memory most bytes that the process held in the machine's memory during the runs, Java's included; none on a GPU,
 *     for a start, and where the system does not tell
 */
public record Measurement(
        String device,
        String model,
        Work work,
        String size,
        Times times,
        OptionalDouble throughput,
        OptionalLong memory) {

    /** The only precision in which networks are computed. */
    public static final String PRECISION = "fp32";
}
