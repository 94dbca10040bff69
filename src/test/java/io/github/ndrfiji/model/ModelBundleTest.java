package io.github.ndrfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {

    @TempDir
    Path folder;

    @Test
    void comesBackAsItWasWritten() throws IOException {
        ModelBundle bundle = Bundles.complete();
        Path file = folder.resolve("a.ndr");
        bundle.write(file);
        ModelBundle back = ModelBundle.read(file);
        assertEquals(bundle, back);
        assertEquals(
                List.copyOf(bundle.weights().byName().keySet()),
                List.copyOf(back.weights().byName().keySet()));
        assertTrue(back.canDegrade());
    }

    @Test
    void comesBackFromAStream() throws IOException {
        Path file = folder.resolve("a.ndr");
        Bundles.complete().write(file);
        try (InputStream in = Files.newInputStream(file)) {
            assertEquals(Bundles.complete(), ModelBundle.read(in, "a"));
        }
    }

    @Test
    void mayLackTheWeightsOfNdrDegrad() throws IOException {
        ModelBundle small = Bundles.complete().forRestoring();
        assertFalse(small.canDegrade());
        Path file = folder.resolve("a.ndr");
        small.write(file);
        assertEquals(small, ModelBundle.read(file));
    }

    @Test
    void takesHalfTheSpaceInHalfPrecisionAndKeepsElevenBits() throws IOException {
        ModelBundle bundle = Bundles.complete();
        Path full = folder.resolve("full.ndr");
        Path half = folder.resolve("half.ndr");
        bundle.write(full);
        bundle.write(half, Precision.F16);
        long values = bundle.weights().byName().values().stream()
                .mapToLong(array -> array.values().length)
                .sum();
        assertEquals(
                2.0 * values, Files.size(full) - Files.size(half), 1000, "bytes saved, but for the header's offsets");
        ModelBundle back = ModelBundle.read(half);
        bundle.weights().byName().forEach((name, array) -> {
            float[] rounded = back.weights().get(name).values();
            for (int i = 0; i < rounded.length; i++)
                assertEquals(array.values()[i], rounded[i], Math.max(Math.abs(array.values()[i]) * 0x1p-11, 0x1p-25));
        });
    }

    @Test
    void theSameContentMakesTheSameBytes() throws IOException {
        Path a = folder.resolve("a.ndr");
        Path b = folder.resolve("b.ndr");
        Bundles.complete().write(a);
        Bundles.complete().write(b);
        assertArrayEquals(Files.readAllBytes(a), Files.readAllBytes(b));
    }

    @Test
    void aCheckpointComesBackAndOpensAsABundle() throws IOException {
        Path file = folder.resolve("run.ndr");
        Bundles.checkpoint().write(file);
        assertEquals(Bundles.checkpoint(), Checkpoint.read(file));
        assertEquals(Bundles.complete(), ModelBundle.read(file));
    }

    @Test
    void aBundleIsNoCheckpoint() throws IOException {
        Path file = folder.resolve("a.ndr");
        Bundles.complete().write(file);
        ModelFormatException e = assertThrows(ModelFormatException.class, () -> Checkpoint.read(file));
        assertTrue(e.getMessage().contains("found a finished model, expected a training checkpoint"), e.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsNoMalformedFile() {
        NoSuchFileException e =
                assertThrows(NoSuchFileException.class, () -> ModelBundle.read(folder.resolve("none.ndr")));
        assertTrue(e.getMessage().endsWith("none.ndr: there is no such file; check its path"), e.getMessage());
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.ndr");
        Bundles.complete().write(file);
        byte[] before = Files.readAllBytes(file);

        Map<String, FloatArray> arrays =
                new LinkedHashMap<>(Bundles.checkpoint().stateArrays().byName());
        arrays.put("second", new FloatArray(new long[] {2}, new float[] {1, Float.NaN}));
        Checkpoint broken = new Checkpoint(Bundles.complete(), "{}", new NamedArrays(arrays));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> broken.write(file));

        assertTrue(e.getMessage().startsWith("The tensor 'second' holds NaN at element 1"), e.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void writingIntoAFolderThatIsNotThereSaysSo() {
        Path file = folder.resolve("none/a.ndr");
        IOException e = assertThrows(IOException.class, () -> Bundles.complete().write(file));
        assertEquals("The folder '" + file.getParent() + "' does not exist; make it first.", e.getMessage());
    }

    @Test
    void weightsThatDoNotFitTheNetworkAreAWrongCall() {
        ModelBundle bundle = Bundles.complete();
        NamedArrays none = new NamedArrays(Map.of());
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new ModelBundle(bundle.info(), none, bundle.provenance(), bundle.card(), bundle.fingerprints()));
        assertEquals("The weights do not fit the network: found no tensor 'dictionary', expected one.", e.getMessage());
    }
}
