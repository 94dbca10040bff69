package io.github.ndrfiji.model;

import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.network.NetworkConfig;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** Reads a bundle or checkpoint, entry by entry. */
final class BundleReader implements Closeable {

    private static final long MAX_TEXT = 1 << 20;
    private static final long MAX_FINGERPRINTS = 4 << 20;
    /** The curves of a whole run. */
    private static final long MAX_STATE = 1 << 24;
    /** Moments, averaged weights and whatever else a training keeps, in multiples of the weights. */
    private static final int MAX_STATE_ARRAYS = 8;

    private final BundleZip zip;
    private final boolean isCheckpoint;
    private final ModelJson model;
    private final WeightLayout layout;

    private BundleReader(BundleZip zip) throws IOException {
        this.zip = zip;
        // Before the entries: a later version may have others.
        model = ModelJson.parse(
                zip.text(BundleEntry.MODEL, MAX_TEXT), zip.place().in(BundleEntry.MODEL));
        isCheckpoint = zip.has(BundleEntry.STATE) || zip.has(BundleEntry.STATE_ARRAYS);
        zip.checkEntries(isCheckpoint ? BundleEntry.OF_CHECKPOINT : BundleEntry.OF_BUNDLE, BundleEntry.FINGERPRINTS);
        layout = WeightLayout.of(model.info().network());
    }

    static BundleReader open(Path file) throws IOException {
        return open(BundleZip.open(file, file.toString()));
    }

    /** @param name what messages call the file */
    static BundleReader open(InputStream in, String name) throws IOException {
        return open(BundleZip.open(in, name));
    }

    private static BundleReader open(BundleZip zip) throws IOException {
        try {
            return new BundleReader(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    ModelInfo info() {
        return model.info();
    }

    ModelBundle bundle() throws IOException {
        Place place = zip.place().in(BundleEntry.PROVENANCE);
        Provenance provenance = ProvenanceJson.parse(zip.text(BundleEntry.PROVENANCE, MAX_TEXT), place);
        String card = zip.text(BundleEntry.CARD, MAX_TEXT);
        NamedArrays weights = zip.read(BundleEntry.WEIGHTS, layout.bytes() + Safetensors.MAX_HEADER, this::weights);
        return new ModelBundle(model.info(), weights, provenance, card, fingerprints());
    }

    private Optional<Fingerprints> fingerprints() throws IOException {
        if (!zip.has(BundleEntry.FINGERPRINTS)) return Optional.empty();
        Place place = zip.place().in(BundleEntry.FINGERPRINTS);
        Fingerprints fingerprints = FingerprintsJson.parse(zip.text(BundleEntry.FINGERPRINTS, MAX_FINGERPRINTS), place);
        int n = model.info().network().n();
        if (!fingerprints.areOf(NetworkConfig.LEVELS, n))
            throw place.wrong(
                    "fingerprints of another network",
                    "each with " + NetworkConfig.LEVELS + " levels of " + n + " numbers");
        return Optional.of(fingerprints);
    }

    private NamedArrays weights(InputStream in, long length, Place place) throws IOException {
        MessageDigest digest = Sha256.digest();
        NamedArrays weights = Safetensors.read(new DigestInputStream(in, digest), length, place, this::checkShapes);
        String sha256 = Sha256.hex(digest);
        if (!sha256.equals(model.weightsSha256()))
            throw place.wrong("SHA-256 " + sha256, model.weightsSha256() + " by " + BundleEntry.MODEL);
        return weights;
    }

    private void checkShapes(Map<String, long[]> shapes, Place place) throws ModelFormatException {
        var mismatch = layout.mismatch(shapes);
        if (mismatch.isPresent())
            throw place.wrong(mismatch.get().found(), mismatch.get().expected());
    }

    Checkpoint checkpoint() throws IOException {
        if (!isCheckpoint)
            throw zip.place().wrong("a finished model", "a training checkpoint", "choose a checkpoint to resume from");
        String state = zip.text(BundleEntry.STATE, MAX_STATE);
        NamedArrays arrays = zip.read(
                BundleEntry.STATE_ARRAYS,
                MAX_STATE_ARRAYS * layout.bytes() + Safetensors.MAX_HEADER,
                (in, length, place) -> Safetensors.read(in, length, place, Safetensors.ShapeCheck.NONE));
        return new Checkpoint(bundle(), state, arrays);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
