package io.github.ndrfiji.benchmark;

import java.util.List;

/** Seconds that the runs of one piece of work took. */
public record Times(double median, double min, double max) {

    /** @param seconds of each run, at least one */
    static Times of(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        int last = sorted.size() - 1;
        double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
        return new Times(median, sorted.get(0), sorted.get(last));
    }
}
