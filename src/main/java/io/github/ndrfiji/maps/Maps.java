package io.github.ndrfiji.maps;

import io.github.ndrfiji.restore.RestoreReport;
import java.util.List;

/**
 * The maps of an image.
 *
 * @param learned number N of learned degradations
 * @param groups how many sets of layers there are: one for each group of channels that go through the network together
 * @param layers those asked for, group by group
 * @param means of each plane and group
 * @param report how they were made
 */
public record Maps(int learned, int groups, List<MapLayer> layers, List<PlaneShares> means, RestoreReport report) {

    public Maps {
        layers = List.copyOf(layers);
        means = List.copyOf(means);
    }
}
