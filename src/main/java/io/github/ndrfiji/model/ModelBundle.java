package io.github.ndrfiji.model;

import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.network.NetworkConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trained model as it lies in a {@code *.ndr} file: a zip of {@code model.json} (format version, {@link ModelInfo}, and
 * the SHA-256 of the weights), {@code weights.safetensors}, {@code provenance.json} ({@link Provenance}),
 * {@code card.md} and, if there are any, {@code fingerprints.json} ({@link Fingerprints}).
 *
 * <pre>{@code
 * ModelBundle bundle = ModelBundle.read(Path.of("cells.ndr"));
 * bundle.forRestoring().write(Path.of("cells-small.ndr"), Precision.F16);
 * }</pre>
 *
 * @param info what it is and how to apply it
 * @param weights by parameter name: those of both networks and the dictionary, or all but NDR-Degrad's
 * @param provenance how it came about
 * @param card what a user should know of it, in Markdown
 * @param fingerprints of the degradations that it was trained on; none if they were not measured
 */
public record ModelBundle(
        ModelInfo info, NamedArrays weights, Provenance provenance, String card, Optional<Fingerprints> fingerprints) {

    public ModelBundle {
        int n = info.network().n();
        if (fingerprints.filter(all -> !all.areOf(NetworkConfig.LEVELS, n)).isPresent())
            throw new IllegalArgumentException("The fingerprints do not fit the network: each needs "
                    + NetworkConfig.LEVELS + " levels of " + n + " numbers.");
        WeightLayout.of(info.network()).mismatch(weights.shapes()).ifPresent(mismatch -> {
            throw new IllegalArgumentException("The weights do not fit the network: found " + mismatch.found()
                    + ", expected " + mismatch.expected() + ".");
        });
    }

    /**
     * Reads a bundle, or the model of a training checkpoint.
     *
     * @throws ModelFormatException if the file is not exactly what it should be
     */
    public static ModelBundle read(Path file) throws IOException {
        try (BundleReader reader = BundleReader.open(file)) {
            return reader.bundle();
        }
    }

    /**
     * Reads a bundle through a temporary file; the stream is not closed.
     *
     * @param name what messages call it
     * @throws ModelFormatException if the content is not exactly what it should be
     */
    public static ModelBundle read(InputStream in, String name) throws IOException {
        try (BundleReader reader = BundleReader.open(in, name)) {
            return reader.bundle();
        }
    }

    /** {@link #write(Path, Precision)} in full precision. */
    public void write(Path file) throws IOException {
        write(file, Precision.F32);
    }

    /**
     * Writes the bundle beside {@code file} and moves it into place; the folder must exist.
     *
     * @throws IllegalArgumentException if a weight is not finite, or too large for the precision; the old file stays
     */
    public void write(Path file, Precision precision) throws IOException {
        BundleWriter.write(this, precision, file);
    }

    /** Whether it holds the weights of NDR-Degrad. */
    public boolean canDegrade() {
        return weights.byName().keySet().stream().anyMatch(WeightLayout::isDegrad);
    }

    /** The same model without the weights of NDR-Degrad, which only training and degrading need. */
    public ModelBundle forRestoring() {
        Map<String, FloatArray> kept = new LinkedHashMap<>(weights.byName());
        kept.keySet().removeIf(WeightLayout::isDegrad);
        return new ModelBundle(info, new NamedArrays(kept), provenance, card, fingerprints);
    }

    /**
     * The same model whose card ends with more words.
     *
     * @param notes in Markdown
     */
    public ModelBundle withNotes(String notes) {
        return new ModelBundle(info, weights, provenance, card + "\n" + notes, fingerprints);
    }

    /**
     * The model for one channel: for a gray image it gives the mean of the channels that this one gives. Itself if it has
     * one channel already. The fingerprints, which were measured in colour, are left out.
     */
    public ModelBundle inOneChannel() {
        NetworkConfig network = info.network();
        if (network.channels() == 1) return this;
        return new ModelBundle(
                info.withNetwork(network.withChannels(1)),
                OneChannel.of(weights, network),
                provenance,
                card,
                Optional.empty());
    }
}
