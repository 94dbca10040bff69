package io.github.ndrfiji.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times for readers, the same in every country. */
public final class Numbers {

    private static final String NONE = "–";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Numbers() {}

    /** As {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** As {@code 1 image} and {@code 12 images}. */
    static String count(long number, String unit) {
        return count(number) + " " + unit + (number == 1 ? "" : "s");
    }

    static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) return NONE;
        if (Double.isInfinite(value)) return value > 0 ? "∞" : "−∞";
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", value));
    }

    /** With its sign, as a difference is written. */
    static String signed(double value, int decimals) {
        return value > 0 ? "+" + fixed(value, decimals) : fixed(value, decimals);
    }

    /** With three significant digits where it is small, without decimals where it is large. */
    public static String rounded(double value) {
        if (!Double.isFinite(value) || value == 0) return fixed(value, 0);
        int digits = (int) Math.floor(Math.log10(Math.abs(value)));
        return digits < -6 ? minus(String.format(Locale.ROOT, "%.2e", value)) : fixed(value, Math.max(0, 2 - digits));
    }

    /** As {@code 3 h 5 min}: the two largest units. */
    static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) return seconds + " s";
        if (seconds < 3600) return pair(seconds / 60, "min", seconds % 60, "s");
        if (seconds < 86400) return pair(seconds / 3600, "h", seconds / 60 % 60, "min");
        return pair(seconds / 86400, "d", seconds / 3600 % 24, "h");
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    static String time(Instant instant) {
        return MINUTE.format(instant);
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
