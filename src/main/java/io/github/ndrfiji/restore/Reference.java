package io.github.ndrfiji.restore;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.NonFinite;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.TileGrid;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * A degraded image whose degradation others get. It may have fewer planes and channels than they, which then begin
 * anew, and any size.
 *
 * @param planes its planes
 * @param ranges for each channel, the values that the network sees as 0 and 1
 */
public record Reference(Planes planes, List<ValueRange> ranges) {

    public Reference {
        ranges = List.copyOf(ranges);
        if (ranges.size() != planes.channels())
            throw new IllegalArgumentException("The reference is " + planes + ", but has value ranges for "
                    + ranges.size() + " channels; give one for each.");
    }

    /**
     * A reference with the ranges of a policy.
     *
     * @throws IllegalArgumentException if the policy does not fit, see {@link ValueRangePolicy#ranges}
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    public static Reference of(Planes planes, ValueRangePolicy policy, Progress progress) {
        return new Reference(planes, policy.ranges(planes, progress));
    }

    /** The patch at the place of a tile of another image, in the channels and the plane that count as the same. */
    Patch read(TileGrid grid, int tile, long plane, int firstChannel, int channels) {
        List<Patch> patches = new ArrayList<>(channels);
        for (int c = firstChannel; c < firstChannel + channels; c++) {
            int channel = c % planes.channels();
            Patch patch = grid.readAlike(
                    planes.plane(plane % planes.count(), channel, 1), tile, ranges.subList(channel, channel + 1));
            NonFinite.fill(patch);
            patches.add(patch);
        }
        return Patch.joined(patches);
    }
}
