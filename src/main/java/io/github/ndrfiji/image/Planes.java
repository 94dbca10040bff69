package io.github.ndrfiji.image;

import io.github.ndrfiji.Progress;
import java.util.function.DoubleConsumer;
import java.util.function.LongUnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * An image as a list of planes, each with rows, columns and channels. The first two axes of the image are X and Y; one
 * other axis may hold channels; all further ones (Z, time) are run through, the first of them fastest.
 *
 * <p>A view: samples are read and written where the image keeps them. The pixels of an RGB image are three channels,
 * red, green, blue, and a hidden one, alpha.
 *
 * <p>As safe for threads as the image itself.
 */
public final class Planes {

    /** The channel axis of an image that has none. */
    public static final int NO_CHANNEL_AXIS = -1;

    private final RandomAccessibleInterval<? extends RealType<?>> samples; // X, Y, channel, then the axes run through
    private final boolean colour;
    private final long count;
    private final LongUnaryOperator numbers; // of the image's planes

    private Planes(RandomAccessibleInterval<? extends RealType<?>> samples, boolean colour) {
        this(samples, colour, count(samples), LongUnaryOperator.identity());
    }

    private Planes(
            RandomAccessibleInterval<? extends RealType<?>> samples,
            boolean colour,
            long count,
            LongUnaryOperator numbers) {
        this.samples = samples;
        this.colour = colour;
        this.count = count;
        this.numbers = numbers;
    }

    private static long count(RandomAccessibleInterval<?> samples) {
        long count = 1;
        for (int d = 3; d < samples.numDimensions(); d++) count = Math.multiplyExact(count, samples.dimension(d));
        return count;
    }

    /**
     * The planes of an image of RGB, integer (up to 32 bits), float or double pixels.
     *
     * @param channelAxis index of the axis that holds channels, from 2 on, or {@link #NO_CHANNEL_AXIS}
     * @throws IllegalArgumentException if the image has other pixels, fewer than two axes or no pixels, or no such
     *     channel axis
     */
    public static Planes of(RandomAccessibleInterval<?> image, int channelAxis) {
        int axes = image.numDimensions();
        if (axes < 2)
            throw new IllegalArgumentException("An image needs the axes X and Y, but this one has " + axes + ".");
        for (int d = 0; d < axes; d++)
            if (image.dimension(d) < 1 || (d < 2 && image.dimension(d) > Integer.MAX_VALUE))
                throw new IllegalArgumentException("Axis " + d + " of the image has length " + image.dimension(d)
                        + "; every axis needs at least 1, and X and Y at most " + Integer.MAX_VALUE + ".");
        if (channelAxis != NO_CHANNEL_AXIS && (channelAxis < 2 || channelAxis >= axes))
            throw new IllegalArgumentException("The channel axis is " + channelAxis + ", but an image with " + axes
                    + " axes takes -1 (none) or one from 2 to " + (axes - 1) + ".");

        RandomAccessibleInterval<?> zeroMin = Views.zeroMin(image);
        Object type = image.getType();
        if (type instanceof ARGBType) {
            if (channelAxis != NO_CHANNEL_AXIS)
                throw new IllegalArgumentException(
                        "An RGB image has its channels in its pixels; give -1 as its channel axis, not " + channelAxis
                                + ".");
            return new Planes(Views.moveAxis(ArgbChannel.all(Cast.unchecked(zeroMin)), axes, 2), true);
        }
        if (!isSupported(type))
            throw new IllegalArgumentException(
                    "Pixels of type " + type.getClass().getSimpleName()
                            + " are not supported; convert the image to 8-bit, 16-bit, 32-bit or RGB.");
        RandomAccessibleInterval<? extends RealType<?>> real = Cast.unchecked(zeroMin);
        return new Planes(
                channelAxis == NO_CHANNEL_AXIS
                        ? Views.moveAxis(Views.addDimension(real, 0, 0), axes, 2)
                        : Views.moveAxis(real, channelAxis, 2),
                false);
    }

    private static boolean isSupported(Object type) {
        return type instanceof FloatType
                || type instanceof DoubleType
                || (type instanceof IntegerType<?> integer && integer.getBitsPerPixel() <= 32);
    }

    /** Columns of each plane. */
    public int width() {
        return (int) samples.dimension(0);
    }

    /** Rows of each plane. */
    public int height() {
        return (int) samples.dimension(1);
    }

    /** Channels of each plane; alpha is not counted. */
    public int channels() {
        return colour ? 3 : Math.toIntExact(samples.dimension(2));
    }

    /** Number of planes. */
    public long count() {
        return count;
    }

    /** Samples of all channels and planes; alpha is not counted. */
    public long samples() {
        return Math.multiplyExact((long) width() * height(), count() * channels());
    }

    /** Whether the channels are the red, green and blue of RGB pixels. */
    public boolean isColour() {
        return colour;
    }

    /** A {@link Sample} of the planes: these themselves, unless they are very many. */
    public Planes sample() {
        long[] chosen = Sample.of(count(), (long) width() * height() * channels());
        return chosen.length == count
                ? this
                : new Planes(samples, colour, chosen.length, i -> numbers.applyAsLong(chosen[(int) i]));
    }

    /** Some neighbouring channels of one plane. */
    public Plane plane(long index, int firstChannel, int channels) {
        RandomAccessibleInterval<? extends RealType<?>> plane = plane(index);
        long[] min = {0, 0, firstChannel};
        long[] max = {width() - 1L, height() - 1L, firstChannel + channels - 1L};
        return new Plane(Views.zeroMin(Views.interval(plane, min, max)));
    }

    /** The alpha of one plane of an RGB image, as a plane of one channel. */
    public Plane alpha(long index) {
        return plane(index, 3, 1);
    }

    private RandomAccessibleInterval<? extends RealType<?>> plane(long index) {
        RandomAccessibleInterval<? extends RealType<?>> plane = samples;
        index = numbers.applyAsLong(index);
        while (plane.numDimensions() > 3) {
            long length = plane.dimension(3);
            plane = Views.hyperSlice(plane, 3, index % length);
            index /= length;
        }
        return plane;
    }

    /** Width, height, channels and planes. */
    @Override
    public String toString() {
        return width() + " x " + height() + " pixels, " + (colour ? "RGB" : "channels: " + channels()) + ", planes: "
                + count();
    }

    /** Bits of an integer sample; more than any image has if the samples are floating-point. */
    int bitsOfInteger() {
        return samples.getType() instanceof IntegerType<?> type ? type.getBitsPerPixel() : Integer.MAX_VALUE;
    }

    /**
     * From the smallest to the largest value of the integer type.
     *
     * @throws IllegalArgumentException if the samples are floating-point
     */
    ValueRange typeRange() {
        if (samples.getType() instanceof IntegerType<?> type)
            return new ValueRange(type.getMinValue(), type.getMaxValue());
        throw new IllegalArgumentException(
                "Floating-point pixels have no value range by type; use percentile or give MIN:MAX.");
    }

    /** Gives every sample of one channel, plane after plane. */
    void forEach(int channel, DoubleConsumer sink, Progress progress) {
        double[] row = new double[width()];
        for (long p = 0; p < count(); p++) {
            Plane plane = plane(p, channel, 1);
            for (int y = 0; y < height(); y++) {
                progress.checkCancelled();
                plane.readRow(0, y, row);
                for (double value : row) sink.accept(value);
            }
        }
    }
}
