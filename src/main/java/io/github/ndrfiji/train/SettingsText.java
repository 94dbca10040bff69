package io.github.ndrfiji.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Values that stand as text under their names.
 *
 * @param values text by name
 */
record SettingsText(Map<String, String> values) {

    double number(String name) {
        return read(name, Double::parseDouble, "a number");
    }

    int whole(String name) {
        return read(name, Integer::parseInt, "a whole number");
    }

    long longWhole(String name) {
        return read(name, Long::parseLong, "a whole number");
    }

    boolean truth(String name) {
        return read(
                name,
                text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                },
                "true or false");
    }

    /** Upper or lower case. */
    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        return read(
                name,
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
                "one of " + Arrays.toString(type.getEnumConstants()));
    }

    private <T> T read(String name, Function<String, T> reader, String expected) {
        String text = values.get(name).strip();
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The setting " + name + " is '" + text + "'; it must be " + expected + ".", e);
        }
    }
}
