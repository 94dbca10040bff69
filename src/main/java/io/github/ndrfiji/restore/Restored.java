package io.github.ndrfiji.restore;

import net.imglib2.RandomAccessibleInterval;

/** A restored image, of the source's pixel type and axes and beginning at the origin, and how it was made. */
public record Restored<T>(RandomAccessibleInterval<T> image, RestoreReport report) {}
