package io.github.ndrfiji.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.ndrfiji.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bundle or checkpoint. The same content makes the same bytes on every machine: the entries stand in a fixed
 * order under a fixed time, and are stored, not compressed (weights hardly compress).
 */
final class BundleWriter {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;

    private BundleWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
    }

    static void write(ModelBundle bundle, Precision precision, Path file) throws IOException {
        AtomicFile.write(file, out -> {
            BundleWriter writer = new BundleWriter(out);
            writer.add(bundle, precision);
            writer.zip.finish();
        });
    }

    static void write(Checkpoint checkpoint, Path file) throws IOException {
        AtomicFile.write(file, out -> {
            BundleWriter writer = new BundleWriter(out);
            writer.add(checkpoint.model(), Precision.F32);
            writer.add(BundleEntry.STATE, text(checkpoint.state()));
            writer.add(BundleEntry.STATE_ARRAYS, arrays(checkpoint.stateArrays(), Precision.F32));
            writer.zip.finish();
        });
    }

    private void add(ModelBundle bundle, Precision precision) throws IOException {
        AtomicFile.Content weights = arrays(bundle.weights(), precision);
        MessageDigest digest = Sha256.digest();
        weights.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        ModelJson model = new ModelJson(bundle.info(), Sha256.hex(digest));

        add(BundleEntry.MODEL, json(model.toJson()));
        add(BundleEntry.WEIGHTS, weights);
        add(BundleEntry.PROVENANCE, json(ProvenanceJson.toJson(bundle.provenance())));
        add(BundleEntry.CARD, text(bundle.card()));
        if (bundle.fingerprints().isPresent())
            add(
                    BundleEntry.FINGERPRINTS,
                    json(FingerprintsJson.toJson(bundle.fingerprints().get())));
    }

    /** A stored entry needs its size and checksum beforehand, so the content is made twice. */
    private void add(String name, AtomicFile.Content content) throws IOException {
        Size size = new Size();
        CheckedOutputStream checked = new CheckedOutputStream(size, new CRC32());
        content.writeTo(checked);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(size.bytes);
        entry.setCrc(checked.getChecksum().getValue());
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static AtomicFile.Content json(JsonObject json) {
        return text(GSON.toJson(json) + "\n");
    }

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AtomicFile.Content arrays(NamedArrays arrays, Precision precision) {
        return out -> Safetensors.write(arrays, precision, out);
    }

    private static final class Size extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }
}
