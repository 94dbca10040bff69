package io.github.ndrfiji.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads the float32 arrays of a NumPy archive: for fixtures only. */
final class Npz {

    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([^)]*)\\)");

    private Npz() {}

    record Array(long[] shape, float[] values) {}

    static Map<String, Array> read(String resource) throws IOException {
        Map<String, Array> arrays = new LinkedHashMap<>();
        try (InputStream in = Npz.class.getResourceAsStream(resource);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; )
                arrays.put(entry.getName().replace(".npy", ""), array(zip.readAllBytes()));
        }
        return arrays;
    }

    private static Array array(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = Short.toUnsignedInt(buffer.getShort(8));
        String header =
                new String(new ByteArrayInputStream(bytes, 10, length).readAllBytes(), StandardCharsets.US_ASCII);
        if (!header.contains("'<f4'") || !header.contains("'fortran_order': False"))
            throw new IOException("Not little-endian float32 in row-major order: " + header);
        Matcher shape = SHAPE.matcher(header);
        if (!shape.find()) throw new IOException("No shape in " + header);
        long[] lengths = Arrays.stream(shape.group(1).split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        float[] values = new float[(bytes.length - 10 - length) / Float.BYTES];
        buffer.position(10 + length);
        buffer.asFloatBuffer().get(values);
        return new Array(lengths, values);
    }
}
