package io.github.ndrfiji.degrade;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A number that a kind of degradation depends on.
 *
 * @param name its name in the text form
 * @param min the least value it may have
 * @param max the greatest value it may have
 * @param scale how a value is drawn from an interval
 * @param preset the spread that is taken where the text gives none; empty for the strength, which has to be given
 * @param silent whether, at its preset, it draws no chance and is left out of the text form
 */
record Parameter(String name, double min, double max, Scale scale, Optional<Spread> preset, boolean silent) {

    enum Scale {
        LINEAR {
            @Override
            double between(double from, double to, RandomGenerator random) {
                return at(random.nextDouble(), from, to);
            }

            @Override
            double at(double share, double from, double to) {
                return from + (to - from) * share;
            }
        },
        LOGARITHMIC {
            @Override
            double between(double from, double to, RandomGenerator random) {
                return at(random.nextDouble(), from, to);
            }

            @Override
            double at(double share, double from, double to) {
                return from * Math.pow(to / from, share);
            }
        },
        WHOLE {
            @Override
            double between(double from, double to, RandomGenerator random) {
                return random.nextInt((int) from, (int) to + 1);
            }

            @Override
            double at(double share, double from, double to) {
                return Math.rint(from + (to - from) * share);
            }
        };

        /** A number drawn from an interval. */
        abstract double between(double from, double to, RandomGenerator random);

        /** The number below which this share of those that are drawn lies. */
        abstract double at(double share, double from, double to);
    }

    static Parameter strength(String name, double min, double max, Scale scale) {
        return new Parameter(name, min, max, scale, Optional.empty(), false);
    }

    static Parameter optional(String name, double min, double max, Scale scale, String preset) {
        return new Parameter(name, min, max, scale, Optional.of(Spread.parse(preset)), false);
    }

    /**
     * One that a kind got after results and checkpoints of it were made: these stay as they were.
     *
     * @param preset a single number
     */
    static Parameter later(String name, double min, double max, Scale scale, double preset) {
        return new Parameter(name, min, max, scale, Optional.of(Spread.of(preset)), true);
    }

    /** Whether this spread of it is as if there were no such parameter. */
    boolean isSilentAt(Spread spread) {
        return silent && preset.equals(Optional.of(spread));
    }

    void check(double value) {
        if (!(value >= min && value <= max) || (scale == Scale.WHOLE && value != Math.rint(value)))
            throw new IllegalArgumentException("The " + name + " of a degradation must be a "
                    + (scale == Scale.WHOLE ? "whole " : "") + "number between " + Spread.text(min) + " and "
                    + Spread.text(max) + ", not " + Spread.text(value) + ".");
    }
}
