package io.github.ndrfiji.engine;

import java.util.Locale;

/**
 * A GPU, as its driver tells.
 *
 * @param number from 0
 * @param name as {@code NVIDIA GeForce RTX 4070}
 * @param memory bytes
 * @param free bytes that nobody uses
 * @param capability CUDA's compute capability, as 8.9
 */
public record Gpu(int number, String name, long memory, long free, double capability) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "gpu:%d, %s, %d MiB (%d MiB free), compute capability %.1f",
                number,
                name,
                memory >> 20,
                free >> 20,
                capability);
    }
}
