package io.github.ndrfiji.command;

/**
 * A text with a weight before it, as in {@code 3*noise:0-50}; without one the weight is 1.
 *
 * @param weight above 0
 */
public record Weighted(double weight, String text) {

    /** @throws IllegalArgumentException if what stands before the star is no number above 0 */
    public static Weighted parse(String text) {
        int star = text.indexOf('*');
        if (star < 0) return new Weighted(1, text);
        try {
            double weight = Double.parseDouble(text.substring(0, star));
            if (weight > 0 && Double.isFinite(weight)) return new Weighted(weight, text.substring(star + 1));
        } catch (NumberFormatException e) {
            throw unreadable(text, e);
        }
        throw unreadable(text, null);
    }

    private static IllegalArgumentException unreadable(String text, Throwable cause) {
        return new IllegalArgumentException(
                "'" + text + "' does not begin with a weight above 0; write it like 3*noise:0-50.", cause);
    }
}
