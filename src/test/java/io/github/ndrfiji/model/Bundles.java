package io.github.ndrfiji.model;

import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.fingerprint.Measured;
import io.github.ndrfiji.model.Provenance.DataSource;
import io.github.ndrfiji.model.Provenance.Versions;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small bundles with random weights. */
final class Bundles {

    /** The smallest network there is: about ten thousand parameters. */
    static final NetworkConfig CONFIG =
            new NetworkConfig(1, 2, List.of(0, 0, 0, 1), List.of(1, 1, 1, 2), 0, 1.0, 2, 3, 1, 1);

    private Bundles() {}

    static ModelBundle complete() {
        return new ModelBundle(
                info("minimal"),
                weights(CONFIG),
                provenance(),
                "# Minimal\n\nKnows nothing: \u00e4\u00f6\u00fc.\n",
                Optional.of(fingerprints()));
    }

    private static Fingerprints fingerprints() {
        List<Double> level = List.of(0.5, 0.25, 0.25);
        MeanAffinities affinities = new MeanAffinities(List.of(level, level, level));
        return Fingerprints.of(List.of(
                new Measured("noise", "noise:25", "a.png", affinities),
                new Measured("noise", "noise:25", "a.png", affinities)));
    }

    static ModelInfo info(String name) {
        return new ModelInfo(name, "Random weights for tests", CONFIG, "auto", 64, 16, List.of("noise", "haze"));
    }

    static ModelBundle named(String name) {
        ModelBundle bundle = complete();
        return new ModelBundle(info(name), bundle.weights(), bundle.provenance(), bundle.card(), bundle.fingerprints());
    }

    static NamedArrays weights(NetworkConfig config) {
        Random random = new Random(7);
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        Ndr.parameterShapes(config).forEach((name, shape) -> {
            float[] values = new float[(int) FloatArray.elements(shape)];
            for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
            arrays.put(name, new FloatArray(shape, values));
        });
        return new NamedArrays(arrays);
    }

    static Provenance provenance() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("batch", "4");
        settings.put("rate", "1e-4");
        return new Provenance(
                TrainingOrder.JOINT,
                -7,
                1_000_000_000_000L,
                Instant.parse("2026-01-31T12:00:00Z"),
                Instant.parse("2026-02-01T01:02:03.456Z"),
                settings,
                List.of(new DataSource("photos", 200, "0123456789abcdef".repeat(4), 0.5)),
                new Versions("0.1.0", "0.35.1", "2.7.1", "17.0.15"),
                Map.of("PSNR noise 25", 27.25));
    }

    static Checkpoint checkpoint() {
        NamedArrays moments = new NamedArrays(Map.of("first", new FloatArray(new long[] {2, 3}, new float[6])));
        return new Checkpoint(complete(), "{\"step\": 3}", moments);
    }
}
