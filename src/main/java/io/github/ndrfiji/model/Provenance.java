package io.github.ndrfiji.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a model comes from: enough to judge it, and to train it again.
 *
 * @param order order of the two directions in a training step
 * @param seed the seed of the run
 * @param steps training steps that were done
 * @param started when the run began
 * @param finished when the weights were saved
 * @param settings every other setting of the run, as text by name
 * @param data what it was trained on
 * @param versions what it was trained with
 * @param metrics measured values by name, such as {@code "PSNR noise 25"}; finite
 */
public record Provenance(
        TrainingOrder order,
        long seed,
        long steps,
        Instant started,
        Instant finished,
        Map<String, String> settings,
        List<DataSource> data,
        Versions versions,
        Map<String, Double> metrics) {

    /**
     * A set of images.
     *
     * @param name what a reader knows it by; never a path of the machine it lay on
     * @param files number of images
     * @param sha256 of the images' SHA-256 in order, or of the one file: 64 hexadecimal digits
     * @param weight share of the patches drawn from it, relative to the other sources
     */
    public record DataSource(String name, long files, String sha256, double weight) {

        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        public DataSource {
            if (!SHA256.matcher(sha256).matches())
                throw new IllegalArgumentException("Provenance: sha256 of data source '" + name + "' is '" + sha256
                        + "', but must be 64 hexadecimal digits in lower case.");
        }
    }

    /** Versions of the software. */
    public record Versions(String ndr, String djl, String libtorch, String java) {}

    public Provenance {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        data = List.copyOf(data);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        metrics.forEach((name, value) -> {
            if (!Double.isFinite(value))
                throw new IllegalArgumentException(
                        "Provenance: metric '" + name + "' is " + value + ", but must be finite.");
        });
    }
}
