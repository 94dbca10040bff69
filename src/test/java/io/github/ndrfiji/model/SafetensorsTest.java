package io.github.ndrfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    /** Written out by hand from the format's description. */
    @Test
    void writesTheFormatsBytes() throws IOException {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        arrays.put("b", new FloatArray(new long[] {2, 1}, new float[] {1, -2}));
        arrays.put("a", new FloatArray(new long[] {}, new float[] {0.5f}));
        String header = "{\"b\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}";
        String padded = header + " ".repeat(8 - header.length() % 8);
        byte[] expected = file(padded, 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 0, 0, 0, 0x3f);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(new NamedArrays(arrays), Precision.F32, out);
        assertArrayEquals(expected, out.toByteArray());
        assertEquals(new NamedArrays(arrays), read(expected));
    }

    @Test
    void readsHalvesAndBrainFloats() throws IOException {
        String header = "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"h\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[4,8]}}";
        NamedArrays arrays = read(file(header, 0, 0x3c, 0, 0xc0, 0x80, 0x3f, 0, 0xc0));
        assertArrayEquals(new float[] {1, -2}, arrays.get("h").values());
        assertArrayEquals(new float[] {1, -2}, arrays.get("b").values());
    }

    @Test
    void arraysLongerThanOneChunkComeBack() throws IOException {
        float[] values = new float[100_001];
        for (int i = 0; i < values.length; i++) values[i] = i;
        NamedArrays arrays = new NamedArrays(Map.of("long", new FloatArray(new long[] {values.length}, values)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(arrays, Precision.F32, out);
        assertEquals(arrays, read(out.toByteArray()));
    }

    @Test
    void numbersTooLargeForHalvesAreNotWritten() {
        NamedArrays arrays = new NamedArrays(Map.of("a", new FloatArray(new long[] {1}, new float[] {65520})));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Safetensors.write(arrays, Precision.F16, new ByteArrayOutputStream()));
        assertEquals(
                "The tensor 'a' holds 65520.0 at element 0, but F16 stores only finite numbers below 65520.0;"
                        + " do not save it.",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'F32', [2], [0,4]| tensor 'a': found bytes 0 to 4, expected a range of 8 bytes",
                "'F32', [1], [4,8]| tensor 'a': found its start at byte 4, expected byte 0",
                "'F32', [1], [-4,0]| tensor 'a': found bytes -4 to 0, expected a range of 4 bytes",
                "'F32', [1], [0]| header, key 'a.data_offsets': found a list, expected a list of two numbers",
                "'F32', [4611686018427387904,4], [0,0]| tensor 'a': found shape [4611686018427387904, 4], expected at most"
                        + " 2^31 - 9 elements",
                "'F32', [-1], [0,0]| tensor 'a': found shape [-1], expected at most 2^31 - 9 elements",
                "'F64', [1], [0,8]| header, key 'a.dtype': found 'F64', expected one of [F32, F16, BF16]",
                "'F32', [1], [0,4]}, 'b': {'dtype': 'F32', 'shape': [1], 'data_offsets': [0,4]| tensor 'b': found its"
                        + " start at byte 0, expected byte 4",
                "'F32', [1], [0,4]}, 'b': {'dtype': 'F32', 'shape': [1], 'data_offsets': [5,9]| tensor 'b': found its"
                        + " start at byte 5, expected byte 4",
                "'F32', [1], [0,4]}, 'a': {'dtype': 'F32', 'shape': [1], 'data_offsets': [4,8]| header: found key 'a'"
                        + " twice, expected it once",
            })
    void aHeaderThatDoesNotFitTheNumbersIsRefused(String entry, String problem) {
        String[] parts = entry.split(", ", 3);
        String header =
                "{'a': {'dtype': " + parts[0] + ", 'shape': " + parts[1] + ", 'data_offsets': " + parts[2] + "}}";
        assertRefused(file(header.replace('\'', '"'), 0, 0, 0, 0, 0, 0, 0, 0), "x, " + problem);
    }

    @Test
    void bytesBehindTheLastArrayAreRefused() {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        assertRefused(file(header, 0, 0, 0, 0, 0), "x: found 5 bytes of numbers, expected 4 by the header");
    }

    @ParameterizedTest
    @CsvSource({"1", "-1", "2097153", "9"})
    void aHeaderLengthOutOfBoundsIsRefused(long length) {
        byte[] bytes = file("{}", 0, 0, 0, 0);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        assertRefused(
                bytes,
                "x: found a header of " + Long.toUnsignedString(length)
                        + " bytes in 14 bytes, expected one of 2 to 2097152 bytes that fits");
    }

    private static byte[] file(String header, int... numbers) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + json.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(json.length).put(json);
        for (int number : numbers) file.put((byte) number);
        return file.array();
    }

    private static NamedArrays read(byte[] file) throws IOException {
        return Safetensors.read(
                new ByteArrayInputStream(file), file.length, new Place("x"), Safetensors.ShapeCheck.NONE);
    }

    private static void assertRefused(byte[] file, String expected) {
        ModelFormatException e = assertThrows(ModelFormatException.class, () -> read(file));
        assertEquals(expected + "; copy or download the file again.", e.getMessage());
    }
}
