package io.github.ndrfiji.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis of a chart, with round numbers as ticks.
 *
 * @param low value at its beginning
 * @param high value at its end, above {@code low}
 * @param logarithmic whether equal lengths are equal ratios
 * @param ticks from low to high
 */
public record Axis(double low, double high, boolean logarithmic, List<Tick> ticks) {

    private static final int TICKS = 5;
    private static final double LEAST = 1e-6;
    private static final double LEAST_SHARE = 0.02;
    private static final double LOGARITHMIC_FROM = 10;

    /** A round number on the axis. */
    public record Tick(double value, String label) {}

    /** From 0 to exactly the last step. */
    static Axis ofSteps(double last) {
        double high = Math.max(last, 1);
        double distance = Math.max(1, roundDistance(high / TICKS));
        return new Axis(0, high, false, ticks(0, high, distance));
    }

    /** One on which all values lie, and not so short that it makes much of tiny differences. */
    static Axis around(List<Series> all) {
        double min = all.stream().flatMapToDouble(Axis::values).min().orElse(0);
        double max = all.stream().flatMapToDouble(Axis::values).max().orElse(1);
        double lacking = Math.max(0, Math.max(LEAST, LEAST_SHARE * Math.abs(max)) - (max - min)) / 2;
        double distance = roundDistance((max - min + 2 * lacking) / TICKS);
        double low = Math.floor((min - lacking) / distance) * distance;
        double high = Math.ceil((max + lacking) / distance) * distance;
        return new Axis(low, high, false, ticks(low, high, distance));
    }

    /** One for losses: logarithmic if they span more than a factor of ten. */
    public static Axis ofLosses(List<Series> all) {
        double min = all.stream().flatMapToDouble(Axis::values).min().orElse(0);
        double max = all.stream().flatMapToDouble(Axis::values).max().orElse(1);
        if (min <= 0 || max < min * LOGARITHMIC_FROM) return around(all);
        List<Tick> ticks = new ArrayList<>();
        double low = roundBelow(min);
        double high = max;
        for (double decade = Math.pow(10, Math.floor(Math.log10(low))); decade <= max * 10; decade *= 10)
            for (int digit : new int[] {1, 2, 5}) {
                double value = digit * decade;
                if (value < low * (1 - 1e-9)) continue;
                if (ticks.isEmpty() || ticks.get(ticks.size() - 1).value() < max * (1 - 1e-9)) {
                    ticks.add(new Tick(value, Numbers.fixed(value, decimals(value))));
                    high = value;
                }
            }
        return new Axis(low, high, true, ticks);
    }

    /** Where a value lies, from 0 to 1. */
    double at(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    private static DoubleStream values(Series series) {
        return Arrays.stream(series.y());
    }

    private static List<Tick> ticks(double low, double high, double distance) {
        List<Tick> ticks = new ArrayList<>();
        int decimals = decimals(distance);
        for (int i = 0; low + i * distance <= high + distance * 1e-6; i++) {
            double value = low + i * distance;
            ticks.add(new Tick(value, Numbers.fixed(Math.abs(value) < distance * 1e-6 ? 0 : value, decimals)));
        }
        return ticks;
    }

    /** The least of 1, 2, 5, 10, ... times a power of ten that is not less. */
    private static double roundDistance(double least) {
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        for (int digit : new int[] {1, 2, 5}) if (digit * decade >= least * (1 - 1e-9)) return digit * decade;
        return 10 * decade;
    }

    /** The largest of 1, 2, 5, 10, ... times a power of ten that is not more. */
    private static double roundBelow(double most) {
        double decade = Math.pow(10, Math.floor(Math.log10(most)));
        double below = decade;
        for (int digit : new int[] {2, 5}) if (digit * decade <= most) below = digit * decade;
        return below;
    }

    /** Decimals that show the first digit of a number. */
    private static int decimals(double value) {
        return Math.max(0, (int) -Math.floor(Math.log10(value) + 1e-9));
    }
}
