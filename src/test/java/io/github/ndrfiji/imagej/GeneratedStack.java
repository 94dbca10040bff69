package io.github.ndrfiji.imagej;

import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Square planes of 16 bits that are made when they are asked for, so that a stack may be larger than any memory. */
public final class GeneratedStack extends VirtualStack {

    /** Makes the pixels of a plane. */
    @FunctionalInterface
    public interface Plane {
        /**
         * @param n from 1 on
         * @return side x side values, row by row
         */
        short[] pixels(int n);
    }

    private final int side;
    private final int planes;
    private final Plane plane;

    public GeneratedStack(int side, int planes, Plane plane) {
        super(side, side);
        this.side = side;
        this.planes = planes;
        this.plane = plane;
        setBitDepth(16);
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        return new ShortProcessor(side, side, plane.pixels(n), null);
    }

    @Override
    public int getSize() {
        return planes;
    }

    @Override
    public int size() {
        return planes;
    }

    @Override
    public String getSliceLabel(int n) {
        return null;
    }
}
