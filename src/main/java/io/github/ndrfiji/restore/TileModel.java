package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Tiling;

/** A model on a device, and what must be known of it to apply it to images, tile by tile. Used by one thread at a time. */
public interface TileModel {

    /** Name of the model, for the report. */
    String model();

    /** Name of the device, for the report. */
    String device();

    /** Channels of a tile: 1, or 3 (red, green, blue). */
    int channels();

    /** How many times the sides of a degraded tile a restored one has: 1 or 2. */
    int scale();

    /** The tiles that the model was made for. */
    Tiling tiling();
}
