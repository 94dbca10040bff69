package io.github.ndrfiji.imagej;

import ij.VirtualStack;
import ij.process.ImageProcessor;
import java.util.function.IntFunction;

/** Planes of 16 bits that are made when they are asked for, so that a stack may be larger than any memory. */
public final class GeneratedStack extends VirtualStack {

    private final int planes;
    private final IntFunction<ImageProcessor> plane;

    /** @param plane makes the pixels of a plane, which is numbered from 1 on */
    public GeneratedStack(int width, int height, int planes, IntFunction<ImageProcessor> plane) {
        super(width, height);
        this.planes = planes;
        this.plane = plane;
        setBitDepth(16);
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        return plane.apply(n);
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
