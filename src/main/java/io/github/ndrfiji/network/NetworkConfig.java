package io.github.ndrfiji.network;

import java.util.List;

/**
 * The size of a pair of networks, NDR-Restore and NDR-Degrad, and of their shared dictionary.
 *
 * @param channels channels of the image: 3 for RGB, 1 for gray
 * @param dim channels C of the feature at the first level; level i has C * 2^i
 * @param blocks transformer blocks of NDR-Restore at the levels 0, 1, 2 and in the bottleneck
 * @param heads attention heads at the same four places; each divides its level's channels
 * @param refine transformer blocks after the decoder
 * @param expansion hidden channels of the gated feed-forward network, as a factor of its input's
 * @param m length M of a learned degradation (a column of the dictionary)
 * @param n number N of learned degradations
 * @param k number K of rank-1 tensors that CP-Conv averages
 * @param scale 1, or 2 where the restored image has twice the sides of the degraded one
 */
public record NetworkConfig(
        int channels,
        int dim,
        List<Integer> blocks,
        List<Integer> heads,
        int refine,
        double expansion,
        int m,
        int n,
        int k,
        int scale) {

    /** Levels of the encoder, the bottleneck not counted. */
    public static final int LEVELS = 3;

    /** Sides of every input are multiples of this: the encoder halves them {@link #LEVELS} times. */
    public static final int MULTIPLE = 1 << LEVELS;

    private static final int FLOATS_TO_RESTORE = 70;

    public NetworkConfig {
        blocks = List.copyOf(blocks);
        heads = List.copyOf(heads);
        require(blocks.size() == LEVELS + 1, "blocks", blocks, "four numbers, one a level and one for the bottleneck");
        require(heads.size() == LEVELS + 1, "heads", heads, "four numbers, one a level and one for the bottleneck");
        for (int i = 0; i <= LEVELS; i++) {
            require(blocks.get(i) >= 0 && blocks.get(i) <= 64, "blocks", blocks, "numbers from 0 to 64");
            int h = heads.get(i);
            boolean divides = h > 0 && (dim << i) % h == 0 && (i > 0 || 2 * dim % h == 0);
            require(divides, "heads", heads, "divisors of the levels' channels " + dim + " * 1, 2, 4, 8");
        }
        require(channels >= 1 && channels <= 16, "channels", channels, "1 to 16");
        require(dim >= 2 && dim <= 512 && dim % 2 == 0, "dim", dim, "an even number from 2 to 512");
        require(refine >= 0 && refine <= 64, "refine", refine, "0 to 64");
        require((int) (dim * expansion) >= 1 && expansion <= 16, "expansion", expansion, "at least 1/dim, at most 16");
        require(m >= 1 && m <= 4096, "m", m, "1 to 4096");
        require(n >= 1 && n <= 4096, "n", n, "1 to 4096");
        require(k >= 1 && k <= 256, "k", k, "1 to 256");
        require(scale == 1 || scale == 2, "scale", scale, "1 or 2");
    }

    /** A network for tests: a few thousand parameters. */
    public static NetworkConfig tiny(int channels) {
        return new NetworkConfig(channels, 8, List.of(1, 1, 1, 1), List.of(1, 2, 2, 4), 1, 2.0, 16, 8, 4, 1);
    }

    /** A network for processors without a GPU: 1.4 million parameters in NDR-Restore, 1.1 million in NDR-Degrad. */
    public static NetworkConfig compact(int channels) {
        return new NetworkConfig(channels, 16, List.of(1, 2, 2, 2), List.of(1, 2, 4, 8), 1, 2.66, 128, 32, 16, 1);
    }

    /** The paper's size: 27.8 million parameters in NDR-Restore, 10.1 million in NDR-Degrad. */
    public static NetworkConfig paper(int channels) {
        return new NetworkConfig(channels, 48, List.of(4, 6, 6, 8), List.of(1, 2, 4, 8), 4, 2.66, 128, 32, 16, 1);
    }

    /**
     * The preset of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static NetworkConfig preset(String name, int channels) {
        return switch (name) {
            case "tiny" -> tiny(channels);
            case "compact" -> compact(channels);
            case "paper" -> paper(channels);
            default ->
                throw new IllegalArgumentException(
                        "No network size is called '" + name + "'; use tiny, compact or paper.");
        };
    }

    /** The same network for images whose restoration has {@code scale} times their sides. */
    public NetworkConfig withScale(int scale) {
        return new NetworkConfig(channels, dim, blocks, heads, refine, expansion, m, n, k, scale);
    }

    /** The same network for images of so many channels. */
    public NetworkConfig withChannels(int channels) {
        return new NetworkConfig(channels, dim, blocks, heads, refine, expansion, m, n, k, scale);
    }

    /** The same network with so many learned degradations. */
    public NetworkConfig withDictionary(int n) {
        return new NetworkConfig(channels, dim, blocks, heads, refine, expansion, m, n, k, scale);
    }

    /**
     * Bytes of native memory that NDR-Restore takes at its peak on the processor, beside its weights.
     *
     * <p>A number of floats for each pixel and channel of the first level, fitted to the measurements in
     * docs/measurements.md.
     *
     * @param pixels of all images of a batch
     */
    public long bytesToRestore(long pixels) {
        return pixels * dim * FLOATS_TO_RESTORE * Float.BYTES;
    }

    private static void require(boolean holds, String name, Object actual, String expected) {
        if (!holds)
            throw new IllegalArgumentException(
                    "Network configuration: " + name + " is " + actual + ", but must be " + expected + ".");
    }
}
