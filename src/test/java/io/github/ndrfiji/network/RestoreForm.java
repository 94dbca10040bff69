package io.github.ndrfiji.network;

import io.github.ndrfiji.image.Patch;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** The two ways to compute NDR-Restore that are compared. */
public enum RestoreForm {
    /** What users run: {@link Restore}. */
    FAST(FastRestore::new),
    /** Operation by operation. */
    PLAIN(PlainRestore::new);

    private final BiFunction<NetworkConfig, Map<String, float[]>, Opened> open;

    RestoreForm(BiFunction<NetworkConfig, Map<String, float[]>, Opened> open) {
        this.open = open;
    }

    /** A network on the processor, from Java arrays to Java arrays. Owns native memory. */
    interface Opened extends AutoCloseable {
        Patch restore(Patch degraded);

        @Override
        void close();
    }

    /** Opens the preset of that name, for RGB images, with random weights. */
    Opened open(String preset) {
        NetworkConfig config = NetworkConfig.preset(preset, 3);
        return open.apply(config, RandomWeights.forRestoring(config));
    }

    /** A square RGB image of noise. */
    static Patch image(int side) {
        SplittableRandom random = new SplittableRandom(2);
        Patch image = Patch.zeros(3, side, side);
        for (int i = 0; i < image.values().length; i++) image.values()[i] = (float) random.nextDouble();
        return image;
    }
}
