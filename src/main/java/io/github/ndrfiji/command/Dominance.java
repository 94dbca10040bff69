package io.github.ndrfiji.command;

import io.github.ndrfiji.maps.PlaneShares;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How often one learned degradation is the dominant one.
 *
 * @param number of the learned degradation, from 1 on
 * @param share of the pixels, above 0
 */
record Dominance(int number, double share) {

    /** Of those that dominate somewhere in some planes, the most frequent first. */
    static List<Dominance> of(List<PlaneShares> planes) {
        double[] dominance = new double[planes.get(0).dominance().size()];
        long pixels = planes.stream().mapToLong(PlaneShares::pixels).sum();
        for (PlaneShares plane : planes)
            if (plane.pixels() > 0)
                for (int n = 0; n < dominance.length; n++)
                    dominance[n] += plane.dominance().get(n) * plane.pixels() / pixels;
        return IntStream.range(0, dominance.length)
                .filter(n -> dominance[n] > 0)
                .mapToObj(n -> new Dominance(n + 1, dominance[n]))
                .sorted(Comparator.comparingDouble((Dominance one) -> -one.share()))
                .toList();
    }

    /** The share, in words. */
    String percent() {
        return share < 0.0005 ? "under 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
