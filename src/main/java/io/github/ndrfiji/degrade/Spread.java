package io.github.ndrfiji.degrade;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values that a parameter may take: one or more intervals, each as likely as the others. As text: {@code 25},
 * {@code 0-55}, {@code 0/90/0-180}.
 */
record Spread(List<Interval> intervals) {

    /** The numbers from {@code from} to {@code to}; a single one where both are equal. */
    record Interval(double from, double to) {

        private static final String NUMBER = "-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?";
        private static final Pattern FORM = Pattern.compile("(" + NUMBER + ")(?:-(" + NUMBER + "))?");

        Interval {
            if (!(from <= to))
                throw new IllegalArgumentException("The range " + text(from) + "-" + text(to)
                        + " is upside down; write the smaller number first.");
        }

        static Interval parse(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches())
                throw new IllegalArgumentException(
                        "'" + text + "' is neither a number nor a range; write one like 25 or 0-55.");
            double from = Double.parseDouble(matcher.group(1));
            return new Interval(from, matcher.group(2) == null ? from : Double.parseDouble(matcher.group(2)));
        }

        @Override
        public String toString() {
            return from == to ? text(from) : text(from) + "-" + text(to);
        }
    }

    Spread {
        intervals = List.copyOf(intervals);
    }

    static Spread of(double value) {
        return new Spread(List.of(new Interval(value, value)));
    }

    static Spread parse(String text) {
        return new Spread(Stream.of(text.split("/", -1)).map(Interval::parse).toList());
    }

    double draw(Parameter.Scale scale, RandomGenerator random) {
        Interval interval = intervals.get(random.nextInt(intervals.size()));
        return interval.from == interval.to ? interval.from : scale.between(interval.from, interval.to, random);
    }

    /**
     * Parts of it, each as likely to be drawn from as the others: the intervals, or if there is only one, so many pieces of
     * it, whose borders have two digits; fewer where there are not as many.
     */
    List<Spread> parts(int count, Parameter.Scale scale) {
        if (intervals.size() > 1)
            return intervals.stream().map(one -> new Spread(List.of(one))).toList();
        Interval whole = intervals.get(0);
        double[] borders = IntStream.rangeClosed(0, count)
                .mapToDouble(i -> i == 0
                        ? whole.from
                        : i == count ? whole.to : rounded(scale.at((double) i / count, whole.from, whole.to)))
                .distinct()
                .toArray();
        if (borders.length == 1) return List.of(this);
        return IntStream.range(1, borders.length)
                .mapToObj(i -> new Spread(List.of(new Interval(borders[i - 1], borders[i]))))
                .toList();
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(2)).doubleValue();
    }

    /** A number without a needless fraction. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return intervals.stream().map(Interval::toString).collect(joining("/"));
    }
}
