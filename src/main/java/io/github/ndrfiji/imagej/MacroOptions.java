package io.github.ndrfiji.imagej;

import ij.Macro;
import java.util.Optional;

/** The options of a macro's {@code run("Label", "key=value flag path=[with spaces]")}. */
final class MacroOptions {

    private MacroOptions() {}

    /** The value of a key; {@code true} for a key that stands alone, as ImageJ writes ticked checkboxes. */
    static Optional<String> value(String options, String key) {
        String value = Macro.getValue(options, key, null);
        if (value != null) return Optional.of(value);
        return isFlag(options, key) ? Optional.of("true") : Optional.empty();
    }

    /** Whether the key stands alone, outside of the brackets of other values. */
    private static boolean isFlag(String options, String key) {
        String outside = options.replaceAll("=\\[[^\\]]*\\]", "=").replaceAll("='[^']*'", "=");
        return (" " + outside + " ").contains(" " + key + " ");
    }
}
