package io.github.ndrfiji.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: eight bytes of header length, a JSON header, and the numbers, all little-endian.
 *
 * <p>Reads strictly: the arrays must fill the file without a gap or an overlap, and hold finite numbers only. The same
 * arrays always make the same bytes.
 */
final class Safetensors {

    static final int MAX_HEADER = 2 << 20;

    private static final int CHUNK = 1 << 16;
    private static final String METADATA = "__metadata__";

    private Safetensors() {}

    /** Looks at the shapes before any array is made. */
    interface ShapeCheck {
        ShapeCheck NONE = (shapes, place) -> {};

        void check(Map<String, long[]> shapes, Place place) throws ModelFormatException;
    }

    private enum Type {
        F32(4),
        F16(2),
        BF16(2);

        final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        void decode(ByteBuffer from, float[] to, int start, int count) {
            switch (this) {
                case F32 -> from.asFloatBuffer().get(to, start, count);
                case F16 -> {
                    for (int i = 0; i < count; i++) to[start + i] = HalfFloat.toFloat(from.getShort(2 * i));
                }
                case BF16 -> {
                    for (int i = 0; i < count; i++) to[start + i] = HalfFloat.brainToFloat(from.getShort(2 * i));
                }
            }
        }
    }

    /** An array as the header tells of it: its bytes are {@code begin} to {@code end} of the numbers. */
    private record Entry(String name, Type type, long[] shape, long begin, long end) {}

    /**
     * Reads a whole file.
     *
     * @param length bytes of the file
     * @throws ModelFormatException if the file is malformed, or {@code shapeCheck} says so
     */
    static NamedArrays read(InputStream in, long length, Place place, ShapeCheck shapeCheck) throws IOException {
        long headerLength = ByteBuffer.wrap(bytes(in, Long.BYTES, place))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (headerLength < 2 || headerLength > MAX_HEADER || headerLength > length - Long.BYTES)
            throw place.wrong(
                    "a header of " + Long.toUnsignedString(headerLength) + " bytes in " + length + " bytes",
                    "one of 2 to " + MAX_HEADER + " bytes that fits");
        String header = Utf8.decode(bytes(in, (int) headerLength, place), place);
        List<Entry> entries = entries(JsonValue.parse(header, place.in("header")), place);
        checkCover(entries, length - Long.BYTES - headerLength, place);

        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (Entry entry : entries) shapes.put(entry.name, entry.shape);
        shapeCheck.check(shapes, place);

        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (Entry entry : entries)
            arrays.put(entry.name, new FloatArray(entry.shape, values(in, entry, place.in(tensor(entry.name)))));
        return new NamedArrays(arrays);
    }

    /** The arrays by the place of their numbers. */
    private static List<Entry> entries(JsonValue header, Place place) throws ModelFormatException {
        List<Entry> entries = new ArrayList<>();
        for (var member : header.map(value -> value).entrySet()) {
            if (member.getKey().equals(METADATA)) member.getValue().map(JsonValue::text);
            else entries.add(entry(member.getKey(), member.getValue(), place));
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        return entries;
    }

    private static Entry entry(String name, JsonValue value, Place place) throws ModelFormatException {
        Map<String, JsonValue> keys = value.object("dtype", "shape", "data_offsets");
        Type type = keys.get("dtype").oneOf(Type.class);
        long[] shape = longs(keys.get("shape"));
        long[] offsets = longs(keys.get("data_offsets"));
        if (offsets.length != 2) throw keys.get("data_offsets").wrong("a list of two numbers");
        long elements = FloatArray.elements(shape);
        if (elements < 0 || elements > Integer.MAX_VALUE - 8)
            throw place.in(tensor(name))
                    .wrong("shape " + keys.get("shape").list(JsonValue::wholeNumber), "at most 2^31 - 9 elements");
        if (offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] - offsets[0] != elements * type.bytes)
            throw place.in(tensor(name))
                    .wrong(
                            "bytes " + offsets[0] + " to " + offsets[1],
                            "a range of " + elements * type.bytes + " bytes");
        return new Entry(name, type, shape, offsets[0], offsets[1]);
    }

    private static long[] longs(JsonValue list) throws ModelFormatException {
        return list.list(JsonValue::wholeNumber).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static void checkCover(List<Entry> entries, long length, Place place) throws ModelFormatException {
        long covered = 0;
        for (Entry entry : entries) {
            if (entry.begin != covered)
                throw place.in(tensor(entry.name)).wrong("its start at byte " + entry.begin, "byte " + covered);
            covered = entry.end;
        }
        if (covered != length) throw place.wrong(length + " bytes of numbers", covered + " by the header");
    }

    private static float[] values(InputStream in, Entry entry, Place place) throws IOException {
        float[] values = new float[(int) FloatArray.elements(entry.shape)];
        int perChunk = CHUNK / entry.type.bytes;
        for (int start = 0; start < values.length; start += perChunk) {
            int count = Math.min(perChunk, values.length - start);
            byte[] chunk = bytes(in, count * entry.type.bytes, place);
            entry.type.decode(ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN), values, start, count);
        }
        for (int i = 0; i < values.length; i++)
            if (!Float.isFinite(values[i])) throw place.wrong(values[i] + " at element " + i, "finite numbers");
        return values;
    }

    private static byte[] bytes(InputStream in, int count, Place place) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) throw place.wrong("the end after " + bytes.length + " bytes", count + " bytes");
        return bytes;
    }

    /**
     * Writes a whole file.
     *
     * @throws IllegalArgumentException if a number is not finite, or too large for the precision
     */
    static void write(NamedArrays arrays, Precision precision, OutputStream out) throws IOException {
        int bytesPerValue = precision == Precision.F16 ? 2 : 4;
        JsonObject header = new JsonObject();
        long offset = 0;
        for (var array : arrays.byName().entrySet()) {
            long end = offset + (long) bytesPerValue * array.getValue().values().length;
            header.add(array.getKey(), headerEntry(precision, array.getValue().shape(), offset, end));
            offset = end;
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        int padding = -json.length & 7; // the numbers start at a multiple of eight
        ByteBuffer start =
                ByteBuffer.allocate(Long.BYTES + json.length + padding).order(ByteOrder.LITTLE_ENDIAN);
        start.putLong(json.length + padding).put(json);
        while (start.hasRemaining()) start.put((byte) ' ');
        out.write(start.array());
        for (var array : arrays.byName().entrySet())
            writeValues(array.getKey(), array.getValue().values(), precision, out);
    }

    private static JsonObject headerEntry(Precision precision, long[] shape, long begin, long end) {
        JsonArray sides = new JsonArray();
        for (long side : shape) sides.add(side);
        JsonArray offsets = new JsonArray();
        offsets.add(begin);
        offsets.add(end);
        JsonObject entry = new JsonObject();
        entry.addProperty("dtype", precision.name());
        entry.add("shape", sides);
        entry.add("data_offsets", offsets);
        return entry;
    }

    private static void writeValues(String name, float[] values, Precision precision, OutputStream out)
            throws IOException {
        float limit = precision == Precision.F16 ? HalfFloat.OVERFLOW : Float.POSITIVE_INFINITY;
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) < limit))
                throw new IllegalArgumentException("The " + tensor(name) + " holds " + values[i] + " at element " + i
                        + ", but " + precision + " stores only finite numbers below " + limit + "; do not save it.");
            if (precision == Precision.F16) chunk.putShort(HalfFloat.fromFloat(values[i]));
            else chunk.putFloat(values[i]);
            if (!chunk.hasRemaining()) flush(chunk, out);
        }
        flush(chunk, out);
    }

    private static void flush(ByteBuffer chunk, OutputStream out) throws IOException {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
    }

    private static String tensor(String name) {
        return "tensor '" + name + "'";
    }
}
