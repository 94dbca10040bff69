package io.github.ndrfiji.benchmark;

import java.util.List;

/**
 * What is to be measured.
 *
 * @param models names or files, at least one
 * @param devices as {@link io.github.ndrfiji.tensor.Device#parse} takes them, at least one
 * @param sizes sides in pixels of the images to restore, from 1 to {@value #LARGEST}
 * @param runs how often, after once to warm up; at least 1
 * @param train whether training steps are measured too
 */
public record BenchmarkPlan(List<String> models, List<String> devices, List<Integer> sizes, int runs, boolean train) {

    static final int LARGEST = 16384;

    public BenchmarkPlan {
        models = List.copyOf(models);
        devices = List.copyOf(devices);
        sizes = List.copyOf(sizes);
        for (int size : sizes)
            if (size < 1 || size > LARGEST)
                throw new IllegalArgumentException(
                        "The size is " + size + " pixels, but must be 1 to " + LARGEST + ", such as 256.");
        if (runs < 1) throw new IllegalArgumentException("The number of runs is " + runs + ", but must be at least 1.");
    }
}
