package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.ndrfiji.image.Planes;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Cast;
import net.imglib2.util.Fraction;

/**
 * The pixels of an {@link ImagePlus} as an ImgLib2 image that always has the five dimensions X, Y, C, Z, T.
 *
 * <p>Pixels are {@link UnsignedByteType}, {@link UnsignedShortType}, {@link FloatType} or, for RGB, {@link ARGBType};
 * an RGB pixel holds its three colours, so an RGB image has one channel along C. Values are those stored: calibration
 * functions and display ranges are not applied.
 *
 * <p>Nothing is copied. Planes of an image in memory are its own arrays, so writing to the planes writes to the image; they
 * are held, so that the image may be closed meanwhile.
 * Planes of a virtual stack are fetched one by one as they are visited, a few are kept, and writing to them is lost; but
 * results that are larger than the memory are written to their temporary file.
 */
public final class ImagePlusPlanes {

    private static final int CHANNEL_AXIS = 2;

    private ImagePlusPlanes() {}

    /**
     * The planes of an image.
     *
     * @throws IllegalArgumentException if it is null or has no pixels, as the image that a macro gets for a wrong title, or if its
     *     8-bit values are numbers of colours
     */
    public static Img<? extends NativeType<?>> of(ImagePlus image) {
        requirePixels(image);
        if (Palette.isIn(image))
            throw new IllegalArgumentException(
                    "'" + image.getTitle() + "' shows its 8-bit values by a palette of colours;"
                            + " if it is a colour picture, convert it by Image > Type > RGB Color, and if the values are"
                            + " intensities, choose Image > Lookup Tables > Grays.");
        return switch (image.getBitDepth()) {
            case 8 -> wrap(image, new UnsignedByteType(), byte[].class, ByteArray::new);
            case 16 -> wrap(image, new UnsignedShortType(), short[].class, ShortArray::new);
            case 32 -> wrap(image, new FloatType(), float[].class, FloatArray::new);
            case 24 -> wrap(image, new ARGBType(), int[].class, IntArray::new);
            default ->
                throw new IllegalArgumentException("'" + image.getTitle() + "' has " + image.getBitDepth()
                        + " bits a pixel; 8-, 16- and 32-bit and RGB images can be used.");
        };
    }

    /** @throws IllegalArgumentException if there is no image, or one without pixels, as a macro gets for a wrong title */
    static void requirePixels(ImagePlus image) {
        if (image == null || image.getProcessor() == null)
            throw new IllegalArgumentException(
                    "There is no image to work on; open one, or check the title or ID that was given.");
    }

    /** The same with the channels told from the other dimensions. */
    public static Planes planes(ImagePlus image) {
        return Planes.of(of(image), channelAxis(image));
    }

    /** The dimension that holds the channels, as {@link Planes#of} wants it: C, but none for RGB. */
    public static int channelAxis(ImagePlus image) {
        return image.getBitDepth() == 24 ? Planes.NO_CHANNEL_AXIS : CHANNEL_AXIS;
    }

    private static <P, T extends NativeType<T>, A extends ArrayDataAccess<A>> Img<T> wrap(
            ImagePlus image, T type, Class<P> array, Function<P, A> access) {
        ImageStack stack = image.getStack();
        Function<Integer, A> plane = index -> access.apply(pixels(stack, index, array, image));
        int planes = image.getStackSize();
        long[] dimensions = {
            image.getWidth(), image.getHeight(), image.getNChannels(), image.getNSlices(), image.getNFrames()
        };
        if (stack instanceof ScratchStack scratch)
            return scratch.img(dimensions, type, pixels -> access.apply(array.cast(pixels)));
        PlanarImg<T, A> img = new PlanarImg<>(
                stack.isVirtual()
                        ? new RecentPlanes<>(planes, plane, RecentPlanes.needed(dimensions))
                        : IntStream.range(0, planes).mapToObj(plane::apply).toList(),
                dimensions,
                new Fraction());
        NativeTypeFactory<T, A> factory = Cast.unchecked(type.getNativeTypeFactory());
        img.setLinkedType(factory.createLinkedType(img));
        return img;
    }

    private static <P> P pixels(ImageStack stack, int index, Class<P> array, ImagePlus image) {
        Object pixels = stack.getPixels(index + 1);
        if (!array.isInstance(pixels))
            throw new IllegalStateException("Plane " + (index + 1) + " of '" + image.getTitle()
                    + "' cannot be read as " + image.getBitDepth()
                    + "-bit pixels; check that the image is still open and its file still there.");
        return array.cast(pixels);
    }

    /**
     * Planes of which the last few visited are kept.
     *
     * <p>More than one, because a new access of ImgLib2 first visits plane 0, and then sets one axis after another: of a
     * hyperstack it visits up to four planes for each row that is read, and two more where three channels are read together.
     */
    private static final class RecentPlanes<A> extends AbstractList<A> {
        private final int size;
        private final Function<Integer, A> plane;
        private final Map<Integer, A> recent;

        RecentPlanes(int size, Function<Integer, A> plane, int kept) {
            this.size = size;
            this.plane = plane;
            this.recent = new LinkedHashMap<>(kept + 1, 1, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, A> eldest) {
                    return size() > kept;
                }
            };
        }

        /** How many planes to keep of an image of such dimensions. */
        static int needed(long[] dimensions) {
            boolean isHyperstack = Arrays.stream(dimensions)
                            .skip(2)
                            .filter(length -> length > 1)
                            .count()
                    > 1;
            return isHyperstack ? 6 : 3;
        }

        @Override
        public synchronized A get(int index) {
            return recent.computeIfAbsent(index, plane);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
