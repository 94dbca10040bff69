package io.github.ndrfiji.image;

import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** Some channels of one plane of an image, read as rectangles or rows and written by rows. A view, as {@link Planes}. */
public final class Plane {

    private final RandomAccessibleInterval<? extends RealType<?>> samples; // X, Y, channel; from 0 on

    Plane(RandomAccessibleInterval<? extends RealType<?>> samples) {
        this.samples = samples;
    }

    public int width() {
        return (int) samples.dimension(0);
    }

    public int height() {
        return (int) samples.dimension(1);
    }

    public int channels() {
        return (int) samples.dimension(2);
    }

    /**
     * Reads a rectangle. Beyond the right and lower border the plane is continued by its mirror image, the border
     * pixel not repeated.
     *
     * @param x first column, in the plane
     * @param y first row, in the plane
     * @param ranges the value range of each channel
     * @return the values in units of their ranges; values that were not finite are not finite here either
     */
    public Patch read(int x, int y, int width, int height, List<ValueRange> ranges) {
        Patch patch = Patch.zeros(channels(), height, width);
        RandomAccess<? extends RealType<?>> access = samples.randomAccess();
        int[] columns = new int[width];
        for (int i = 0; i < width; i++) columns[i] = mirrored((long) x + i, width());
        int at = 0;
        for (int c = 0; c < channels(); c++) {
            ValueRange range = ranges.get(c);
            access.setPosition(c, 2);
            for (int j = 0; j < height; j++) {
                access.setPosition(mirrored((long) y + j, height()), 1);
                for (int column : columns) {
                    access.setPosition(column, 0);
                    patch.values()[at++] = (float) range.toUnit(access.get().getRealDouble());
                }
            }
        }
        return patch;
    }

    /** Reads a row of one channel as it is in the image. */
    public void readRow(int channel, int y, double[] row) {
        RandomAccess<? extends RealType<?>> access = atRow(channel, y);
        for (int x = 0; x < width(); x++) {
            row[x] = access.get().getRealDouble();
            access.fwd(0);
        }
    }

    /**
     * Writes a row of one channel. Integer samples are rounded, half up, and what their type cannot hold becomes the
     * nearest value that it can.
     *
     * @return how many samples the type could not hold
     */
    public int writeRow(int channel, int y, double[] row) {
        RandomAccess<? extends RealType<?>> access = atRow(channel, y);
        RealType<?> type = samples.getType();
        boolean rounds = type instanceof IntegerType;
        double min = type.getMinValue();
        double max = type.getMaxValue();
        int saturated = 0;
        for (int x = 0; x < width(); x++) {
            double value = row[x];
            if (rounds) {
                double rounded = Math.floor(value + 0.5);
                value = Math.min(Math.max(rounded, min), max);
                if (value != rounded) saturated++;
            }
            access.get().setReal(value);
            access.fwd(0);
        }
        return saturated;
    }

    /** Whether each channel has at most one finite value. */
    public boolean isConstant() {
        double[] row = new double[width()];
        for (int c = 0; c < channels(); c++) {
            double first = Double.NaN;
            for (int y = 0; y < height(); y++) {
                readRow(c, y, row);
                for (double value : row) {
                    if (!Double.isFinite(value)) continue;
                    if (Double.isNaN(first)) first = value;
                    if (value != first) return false;
                }
            }
        }
        return true;
    }

    private RandomAccess<? extends RealType<?>> atRow(int channel, int y) {
        RandomAccess<? extends RealType<?>> access = samples.randomAccess();
        access.setPosition(0, 0);
        access.setPosition(y, 1);
        access.setPosition(channel, 2);
        return access;
    }

    private static int mirrored(long i, int length) {
        if (length == 1) return 0;
        long period = 2L * (length - 1);
        long phase = i % period;
        return (int) (phase < length ? phase : period - phase);
    }
}
