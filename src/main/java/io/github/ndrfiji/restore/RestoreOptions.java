package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.ValueRangePolicy;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The user's choices for a restoration.
 *
 * @param range which values of the image the network sees as 0 and 1
 * @param rgb whether the three channels of a composite are red, green and blue of one picture, to be restored together as
 *     those of RGB pixels are
 * @param batch how many tiles go through the network at once, at least 1, as long as there is memory for them; a matter of
 *     speed only. Where there is none, the free memory of the device decides
 * @param region the pixels of every plane to be restored, in the source; the others stay as they are, bit for bit, and
 *     these become what they become without it. Where there is none, all are restored
 */
public record RestoreOptions(ValueRangePolicy range, boolean rgb, OptionalInt batch, Optional<Region> region) {

    public RestoreOptions {
        batch.ifPresent(tiles -> {
            if (tiles < 1)
                throw new IllegalArgumentException("The batch is " + tiles + " tiles, but must be at least 1.");
        });
    }

    /** The range by the image's type, channels of a composite apart, a batch as there is memory, all pixels. */
    public static RestoreOptions defaults() {
        return new RestoreOptions(ValueRangePolicy.AUTO, false, OptionalInt.empty(), Optional.empty());
    }

    public RestoreOptions withRange(ValueRangePolicy range) {
        return new RestoreOptions(range, rgb, batch, region);
    }

    public RestoreOptions withRgb(boolean rgb) {
        return new RestoreOptions(range, rgb, batch, region);
    }

    public RestoreOptions withBatch(int batch) {
        return new RestoreOptions(range, rgb, OptionalInt.of(batch), region);
    }

    public RestoreOptions withRegion(Region region) {
        return new RestoreOptions(range, rgb, batch, Optional.of(region));
    }

    /** How many channels of an image go through a model at once. */
    int together(Planes planes, TileModel model) {
        return planes.isColour() || rgb ? model.channels() : 1;
    }
}
