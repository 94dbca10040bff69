package io.github.ndrfiji.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** As what degradation maps are given. */
public enum MapForm {
    /** The layers as channels of a 32-bit image of their own. */
    HYPERSTACK,
    /** The layers as further channels of the restored image, which becomes a 32-bit one. */
    CHANNELS,
    /** The dominant degradation as translucent colours over the restored image, of the input's type. */
    OVERLAY;

    /** @throws IllegalArgumentException if it is the name of none */
    public static MapForm parse(String text) {
        return Arrays.stream(values())
                .filter(form -> form.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no output '" + text + "'; use "
                        + Arrays.stream(values()).map(MapForm::toString).collect(Collectors.joining(", ")) + "."));
    }

    /** Its name in lower case, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
