package io.github.ndrfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a bundle can be wrong has its message. */
class MalformedBundleTest {

    private static final String AGAIN = "; copy or download the file again.";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeAGoodBundle() throws IOException {
        file = folder.resolve("a.ndr");
        Bundles.complete().write(file);
    }

    @Test
    void compressedByAnotherProgramItIsStillGood() throws IOException {
        Zips.write(file, Zips.entries(file));
        assertEquals(Bundles.complete(), ModelBundle.read(file));
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += length < bytes.length - 700 ? 997 : 1) {
            Files.write(file, Arrays.copyOf(bytes, length));
            String message = refusal();
            assertTrue(message.startsWith(file + ": found no zip, or one that was cut off ("), message);
            assertTrue(message.endsWith("choose a model file, or copy or download it again."), message);
        }
    }

    @Test
    void aFolderIsRefused() throws IOException {
        file = Files.createDirectory(folder.resolve("b.ndr"));
        assertRefused(": found no file, expected a model file (*.ndr); choose a model file.");
    }

    // Entries

    @ParameterizedTest
    @CsvSource({"evil.sh", "../evil", "/etc/evil", "sub/card.md", "card.md/"})
    void anUnknownEntryIsRefused(String name) throws IOException {
        Map<String, byte[]> entries = Zips.entries(file);
        entries.put(name, new byte[0]);
        Zips.write(file, entries);
        assertRefused(": found the unknown entry '" + name
                + "', expected only [model.json, weights.safetensors, provenance.json, card.md]" + AGAIN);
    }

    @Test
    void aLaterVersionMayHaveFurtherEntriesAndAsksForAnUpdate() throws IOException {
        edit("model.json", "\"formatVersion\": 1", "\"formatVersion\": 2");
        Map<String, byte[]> entries = Zips.entries(file);
        entries.put("fingerprints.json", new byte[0]);
        Zips.write(file, entries);
        String message = refusal();
        assertTrue(message.contains("found format version 2, expected version 1; update NDR-Restore"), message);
    }

    @ParameterizedTest
    @CsvSource({"model.json", "weights.safetensors", "provenance.json", "card.md"})
    void aMissingEntryIsRefused(String name) throws IOException {
        Map<String, byte[]> entries = Zips.entries(file);
        entries.remove(name);
        Zips.write(file, entries);
        assertRefused(": found no entry '" + name + "', expected one" + AGAIN);
    }

    @Test
    void anEntryThatIsThereTwiceIsRefused() throws IOException {
        Map<String, byte[]> entries = Zips.entries(file);
        entries.put("cord.md", new byte[0]);
        Zips.write(file, entries);
        Files.write(file, Zips.replaced(Files.readAllBytes(file), "cord.md", "card.md"));
        assertRefused(": found entry 'card.md' twice, expected it once" + AGAIN);
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        replace("card.md", new byte[1_000_000]);
        String message = refusal();
        assertTrue(
                message.matches(".*card\\.md: found 1000000 bytes compressed to \\d+, .* at most 100 to 1" + AGAIN),
                message);
    }

    @Test
    void anOversizedEntryIsRefused() throws IOException {
        replace("provenance.json", new byte[2 << 20]);
        assertRefused(", provenance.json: found 2097152 bytes, expected at most 1048576" + AGAIN);
    }

    @Test
    void weightsBeyondTheNetworksSizeAreRefusedUnread() throws IOException {
        replace("weights.safetensors", new byte[3 << 20]);
        String message = refusal();
        assertTrue(message.contains("weights.safetensors: found 3145728 bytes, expected at most "), message);
    }

    @Test
    void aChangedByteIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Zips.replaced(bytes, "Knows nothing", "Knows a thing"));
        String message = refusal();
        assertTrue(message.startsWith(file + ", card.md: found checksum "), message);
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        replace("card.md", new byte[] {(byte) 0xff});
        assertRefused(", card.md: found bytes that are no UTF-8 text, expected UTF-8" + AGAIN);
    }

    // model.json and provenance.json

    @Test
    void aLaterVersionAsksForAnUpdate() throws IOException {
        edit("model.json", "\"formatVersion\": 1", "\"formatVersion\": 2, \"more\": 3");
        assertRefused(", model.json: found format version 2, expected version 1;"
                + " update NDR-Restore to a version that knows this format.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\"| \"nome\"| found no key 'name', expected one",
                "\"name\"| \"x\": 1, \"name\"| found the unknown key 'x', expected only [formatVersion, name, description,"
                        + " network, valueRange, tileContext, tileOverlap, degradations, weightsSha256]",
                "\"name\"| \"name\": 1, \"name\"| found key 'name' twice, expected it once",
                "\"formatVersion\"| \"format\"| found no key 'formatVersion', expected one",
                "\"n\": 3| \"n\": 3, \"o\": 3| key 'network': found the unknown key 'o', expected only"
                        + " [channels, dim, blocks, heads, refine, expansion, m, n, k, scale]",
            })
    void wrongKeysOfTheModelAreRefused(String old, String replacement, String problem) throws IOException {
        edit("model.json", old, replacement);
        String separator = problem.startsWith("key") ? ", " : ": ";
        assertRefused(", model.json" + separator + problem + AGAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"tileContext\": 64| \"tileContext\": \"64\"| key 'tileContext': found '64', expected a whole number",
                "\"tileContext\": 64| \"tileContext\": 64.5| key 'tileContext': found 64.5, expected a whole number of at"
                        + " most 32 bits",
                "\"tileContext\": 64| \"tileContext\": null| key 'tileContext': found null, expected a whole number",
                "\"expansion\": 1.0| \"expansion\": 1e999| key 'network.expansion': found 1E+999, expected a number below"
                        + " 1.8e308",
                "\"noise\"| true| key 'degradations[0]': found true, expected a text",
                "\"minimal\"| []| key 'name': found a list, expected a text",
                "\"auto\"| {}| key 'valueRange': found an object, expected a text",
            })
    void valuesOfAnotherTypeAreRefused(String old, String replacement, String problem) throws IOException {
        edit("model.json", old, replacement);
        assertRefused(", model.json, " + problem + AGAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"tileContext\": 64| \"tileContext\": 60| Model: tileContext is 60, but must be a multiple of 8 up to 4096.",
                "\"tileOverlap\": 16| \"tileOverlap\": 33| Model: tileOverlap is 33, but must be from 0 to half of tileContext.",
                "\"minimal\"| \"../x\"| Model: name is ../x, but must be 1 to 64 letters, digits, dots, dashes or underscores.",
                "\"auto\"| \"\"| Model: valueRange is '', but must be one line of 1 to 200 characters.",
                "\"scale\": 1| \"scale\": 3| Network configuration: scale is 3, but must be 1 or 2.",
            })
    void valuesOutOfBoundsAreRefused(String old, String replacement, String problem) throws IOException {
        edit("model.json", old, replacement);
        assertRefused(", model.json: found a value out of bounds (" + problem + "), expected values within their bounds"
                + AGAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"dim\": 2,| \"dim\": 2| $.network.dim", "\"dim\": 2| \"dim\": NaN| $.network.dim"})
    void brokenJsonIsRefused(String old, String replacement, String at) throws IOException {
        edit("model.json", old, replacement);
        assertRefused(", model.json: found broken JSON at " + at + ", expected a JSON object" + AGAIN);
    }

    @Test
    void deeplyNestedJsonIsRefused() throws IOException {
        replace("model.json", "[".repeat(500).getBytes());
        assertRefused(", model.json: found JSON nested deeper than 16, expected at most that" + AGAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JOINT| BOTH| key 'order': found 'BOTH', expected one of [ALTERNATING, JOINT, RESTORE_ONLY]",
                "2026-01-31T| 2026-13-31T| key 'started': found '2026-13-31T12:00:00Z', expected a time such as"
                        + " 2026-01-31T12:00:00Z",
                "\"libtorch\"| \"torch\"| key 'versions': found no key 'libtorch', expected one",
                "27.25| \"27\"| key 'metrics.PSNR noise 25': found '27', expected a number",
            })
    void wrongProvenanceIsRefused(String old, String replacement, String problem) throws IOException {
        edit("provenance.json", old, replacement);
        assertRefused(", provenance.json, " + problem + AGAIN);
    }

    // Weights

    @Test
    void aMissingTensorIsRefused() throws IOException {
        weights(arrays -> arrays.remove("restore.embed.bias"));
        assertRefused(", weights.safetensors: found no tensor 'restore.embed.bias', expected one" + AGAIN);
    }

    @Test
    void aMissingTensorOfNdrDegradIsRefusedIfAnyOtherIsThere() throws IOException {
        weights(arrays -> arrays.remove("degrad.embed.bias"));
        assertRefused(", weights.safetensors: found no tensor 'degrad.embed.bias', expected one" + AGAIN);
    }

    @Test
    void anExtraTensorIsRefused() throws IOException {
        weights(arrays -> arrays.put("restore.more", new FloatArray(new long[] {1}, new float[1])));
        assertRefused(", weights.safetensors: found the unknown tensor 'restore.more',"
                + " expected only those of the network's configuration" + AGAIN);
    }

    @Test
    void aTensorOfAnotherShapeIsRefused() throws IOException {
        weights(arrays -> arrays.put("dictionary", new FloatArray(new long[] {3, 2}, new float[6])));
        assertRefused(", weights.safetensors: found tensor 'dictionary' of shape [3, 2],"
                + " expected shape [2, 3] by the network's configuration" + AGAIN);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void aWeightThatIsNotFiniteIsRefused(float value) throws IOException {
        byte[] bytes = Zips.entries(file).get("weights.safetensors");
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int start = 8 + (int) buffer.getLong(0); // of the numbers; the dictionary is the first
        buffer.putFloat(start + 4 * 5, value);
        replace("weights.safetensors", bytes);
        assertRefused(", weights.safetensors, tensor 'dictionary': found " + value
                + " at element 5, expected finite numbers" + AGAIN);
    }

    @Test
    void weightsOfAnotherModelAreRefused() throws IOException {
        weights(arrays -> arrays.put("dictionary", new FloatArray(new long[] {2, 3}, new float[6])));
        String message = refusal();
        assertTrue(message.startsWith(file + ", weights.safetensors: found SHA-256 "), message);
        assertTrue(message.endsWith(" by model.json" + AGAIN), message);
    }

    // Checkpoints

    @ParameterizedTest
    @CsvSource({"state.json", "state.safetensors"})
    void aCheckpointWithHalfItsStateIsRefused(String missing) throws IOException {
        Bundles.checkpoint().write(file);
        Map<String, byte[]> entries = Zips.entries(file);
        entries.remove(missing);
        Zips.write(file, entries);
        assertRefused(": found no entry '" + missing + "', expected one" + AGAIN);
    }

    private interface Edit {
        void apply(Map<String, FloatArray> arrays);
    }

    private void weights(Edit edit) throws IOException {
        Map<String, FloatArray> arrays =
                new LinkedHashMap<>(Bundles.complete().weights().byName());
        edit.apply(arrays);
        Path weights = folder.resolve("weights");
        try (var out = Files.newOutputStream(weights)) {
            Safetensors.write(new NamedArrays(arrays), Precision.F32, out);
        }
        replace("weights.safetensors", Files.readAllBytes(weights));
    }

    private void edit(String entry, String old, String replacement) throws IOException {
        replace(entry, Zips.replaced(Zips.entries(file).get(entry), old, replacement));
    }

    private void replace(String entry, byte[] content) throws IOException {
        Map<String, byte[]> entries = Zips.entries(file);
        entries.put(entry, content);
        Zips.write(file, entries);
    }

    private String refusal() {
        return assertThrows(ModelFormatException.class, () -> ModelBundle.read(file))
                .getMessage();
    }

    private void assertRefused(String expected) {
        assertEquals(file + expected, refusal());
    }
}
