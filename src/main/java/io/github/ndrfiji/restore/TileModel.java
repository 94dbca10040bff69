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

    /**
     * How many tiles are best taken at once: as many as the device has memory for now, as far as is known, and as make it
     * faster. At least 1.
     *
     * @param pixels of each tile
     */
    default int batch(long pixels) {
        return 1;
    }

    /**
     * Leaves a GPU and goes over to the processor, for good.
     *
     * @return false if it is not on a GPU
     */
    default boolean toProcessor() {
        return false;
    }
}
