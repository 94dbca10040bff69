package io.github.ndrfiji.model;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a JSON text that knows where it stands, read without any tolerance: a key twice, a key too many or too few,
 * or a value of another type is a {@link ModelFormatException} that names the key.
 */
final class JsonValue {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_DIGITS = 64;

    private final Place place;
    private final String path;
    /** A String, BigDecimal, Boolean, {@code List<JsonValue>}, {@code Map<String, JsonValue>}, or null. */
    private final Object value;

    private JsonValue(Place place, String path, Object value) {
        this.place = place;
        this.path = path;
        this.value = value;
    }

    interface Decoder<T> {
        T decode(JsonValue value) throws ModelFormatException;
    }

    static JsonValue parse(String json, Place place) throws ModelFormatException {
        JsonReader reader = new JsonReader(new StringReader(json));
        try {
            JsonValue root = next(reader, place, "", 0);
            if (reader.peek() == JsonToken.END_DOCUMENT) return root;
            throw place.wrong("text after the JSON's end", "one JSON object");
        } catch (ModelFormatException e) {
            throw e;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw place.wrong("broken JSON at " + reader.getPath(), "a JSON object");
        }
    }

    private static JsonValue next(JsonReader reader, Place place, String path, int depth) throws IOException {
        if (depth > MAX_DEPTH) throw place.wrong("JSON nested deeper than " + MAX_DEPTH, "at most that");
        Object value =
                switch (reader.peek()) {
                    case BEGIN_OBJECT -> members(reader, place, path, depth);
                    case BEGIN_ARRAY -> items(reader, place, path, depth);
                    case STRING -> reader.nextString();
                    case NUMBER -> digits(reader.nextString());
                    case BOOLEAN -> reader.nextBoolean();
                    default -> {
                        reader.nextNull();
                        yield null;
                    }
                };
        return new JsonValue(place, path, value);
    }

    private static Map<String, JsonValue> members(JsonReader reader, Place place, String path, int depth)
            throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String key = reader.nextName();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            if (members.put(key, next(reader, place, keyPath, depth + 1)) != null)
                throw place.wrong("key '" + keyPath + "' twice", "it once");
        }
        reader.endObject();
        return members;
    }

    private static List<JsonValue> items(JsonReader reader, Place place, String path, int depth) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) items.add(next(reader, place, path + "[" + items.size() + "]", depth + 1));
        reader.endArray();
        return items;
    }

    private static BigDecimal digits(String number) {
        if (number.length() > MAX_DIGITS) throw new NumberFormatException("a number of " + number.length() + " digits");
        return new BigDecimal(number);
    }

    String text() throws ModelFormatException {
        return as(String.class, "a text");
    }

    int integer() throws ModelFormatException {
        try {
            return as(BigDecimal.class, "a whole number").intValueExact();
        } catch (ArithmeticException e) {
            throw wrong("a whole number of at most 32 bits");
        }
    }

    long wholeNumber() throws ModelFormatException {
        try {
            return as(BigDecimal.class, "a whole number").longValueExact();
        } catch (ArithmeticException e) {
            throw wrong("a whole number of at most 64 bits");
        }
    }

    double number() throws ModelFormatException {
        double number = as(BigDecimal.class, "a number").doubleValue();
        if (Double.isInfinite(number)) throw wrong("a number below 1.8e308");
        return number;
    }

    Instant instant() throws ModelFormatException {
        try {
            return Instant.parse(text());
        } catch (DateTimeException e) {
            throw wrong("a time such as 2026-01-31T12:00:00Z");
        }
    }

    <E extends Enum<E>> E oneOf(Class<E> type) throws ModelFormatException {
        String name = text();
        for (E constant : type.getEnumConstants()) if (constant.name().equals(name)) return constant;
        throw wrong("one of " + Arrays.toString(type.getEnumConstants()));
    }

    <T> List<T> list(Decoder<T> decoder) throws ModelFormatException {
        List<T> items = new ArrayList<>();
        for (Object item : as(List.class, "a list")) items.add(decoder.decode((JsonValue) item));
        return items;
    }

    <T> Map<String, T> map(Decoder<T> decoder) throws ModelFormatException {
        Map<String, T> members = new LinkedHashMap<>();
        for (var member : object().entrySet()) members.put(member.getKey(), decoder.decode(member.getValue()));
        return members;
    }

    /** The members of an object that has exactly these keys, in any order. */
    Map<String, JsonValue> object(String... keys) throws ModelFormatException {
        Map<String, JsonValue> members = object();
        List<String> expected = List.of(keys);
        for (String key : expected) if (!members.containsKey(key)) throw wrong("no key '" + key + "'", "one");
        for (String key : members.keySet())
            if (!expected.contains(key)) throw wrong("the unknown key '" + key + "'", "only " + expected);
        return members;
    }

    @SuppressWarnings("unchecked") // only members() makes a Map
    private Map<String, JsonValue> object() throws ModelFormatException {
        return as(Map.class, "an object");
    }

    private <T> T as(Class<T> type, String expected) throws ModelFormatException {
        if (!type.isInstance(value)) throw wrong(expected);
        return type.cast(value);
    }

    /** This value is not what it should be. */
    ModelFormatException wrong(String expected) {
        return wrong(toString(), expected);
    }

    /** Something in this value is not what it should be. */
    ModelFormatException wrong(String found, String expected) {
        return (path.isEmpty() ? place : place.in("key '" + path + "'")).wrong(found, expected);
    }

    @Override
    public String toString() {
        if (value instanceof Map) return "an object";
        if (value instanceof List) return "a list";
        if (value instanceof String text)
            return "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
        return String.valueOf(value);
    }
}
