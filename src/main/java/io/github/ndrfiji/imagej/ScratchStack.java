package io.github.ndrfiji.imagej;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.CellGrid.CellDimensionsAndSteps;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;

/**
 * A stack in a temporary file, for results that are larger than the memory. It is black at first, and written through
 * {@link #img}. The file needs the space of what was written, in Java's folder for temporary files, and goes with the
 * stack.
 *
 * <p>Memory holds a few strips of rows, whatever the size of the planes and their number. Safe for threads as far as they
 * do not write the same strip.
 */
final class ScratchStack extends VirtualStack {

    private static final int STRIP_BYTES = 1 << 18;
    private static final int STRIPS_KEPT = 16;

    private final int bitDepth;
    private final List<String> labels;
    private final int rows; // of a strip
    private final long strips; // of a plane
    private final FileChannel file;
    private final Map<Long, Strip> recent = new LinkedHashMap<>(STRIPS_KEPT + 1, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Strip> eldest) {
            if (size() <= STRIPS_KEPT) return false;
            store(eldest.getKey(), eldest.getValue());
            return true;
        }
    };

    /**
     * A strip in memory.
     *
     * @param cell the strip for ImgLib2
     * @param pixels its array
     * @param stored what the file holds of it
     */
    private record Strip(Cell<?> cell, Object pixels, ByteBuffer stored) {}

    /**
     * A black stack.
     *
     * @param labels of its planes, null for a plane that has none
     * @throws UncheckedIOException if there can be no temporary file
     */
    ScratchStack(int width, int height, int bitDepth, List<String> labels) {
        super(width, height);
        this.bitDepth = bitDepth;
        this.labels = labels;
        this.rows = (int) Math.max(1, Math.min(height, STRIP_BYTES / ((long) width * bytes())));
        this.strips = (height + rows - 1) / rows;
        setBitDepth(bitDepth);
        try {
            Path path = Files.createTempFile("ndr-", ".raw");
            this.file = FileChannel.open(
                    path,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SPARSE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private int bytes() {
        return bitDepth == ResultImage.RGB ? Integer.BYTES : bitDepth / Byte.SIZE;
    }

    /**
     * The planes as an ImgLib2 image of the dimensions X, Y, C, Z, T, to be read and written.
     *
     * @param access wraps an array of pixels for the type
     */
    <T extends NativeType<T>, A extends ArrayDataAccess<A>> LazyCellImg<T, A> img(
            long[] dimensions, T type, Function<Object, A> access) {
        int[] strip = {getWidth(), rows, 1, 1, 1};
        CellGrid grid = new CellGrid(dimensions, strip);
        return new LazyCellImg<>(grid, type, index -> cell(grid, index, access));
    }

    @SuppressWarnings("unchecked") // the same strip is always asked for with the same type
    private synchronized <A> Cell<A> cell(CellGrid grid, long index, Function<Object, A> access) {
        Strip strip = recent.get(index);
        if (strip == null) {
            long[] min = new long[grid.numDimensions()];
            CellDimensionsAndSteps size = grid.getCellDimensions(index, min);
            ByteBuffer stored = read(position(index), Math.toIntExact(stripBytes(index)));
            Object pixels = pixels(stored);
            strip = new Strip(new Cell<>(size, min, access.apply(pixels)), pixels, stored);
            recent.put(index, strip);
        }
        return (Cell<A>) strip.cell();
    }

    private long position(long strip) {
        return planeBytes() * (strip / strips) + strip % strips * rows * getWidth() * bytes();
    }

    private long stripBytes(long strip) {
        long first = strip % strips * rows;
        return Math.min(rows, getHeight() - first) * getWidth() * bytes();
    }

    private long planeBytes() {
        return (long) getWidth() * getHeight() * bytes();
    }

    private ByteBuffer read(long position, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        try {
            while (buffer.hasRemaining())
                if (file.read(buffer, position + buffer.position()) < 0) break; // black beyond
        } catch (IOException e) {
            throw failure(e);
        }
        return buffer.clear();
    }

    private void store(long index, Strip strip) {
        ByteBuffer now = ByteBuffer.allocate(strip.stored().capacity()).order(ByteOrder.nativeOrder());
        put(strip.pixels(), now);
        if (now.equals(strip.stored())) return;
        long position = position(index);
        try {
            while (now.hasRemaining()) file.write(now, position + now.position());
        } catch (IOException e) {
            throw failure(e);
        }
        strip.stored().put(0, now, 0, now.capacity());
    }

    private Object pixels(ByteBuffer buffer) {
        switch (bitDepth) {
            case 8 -> {
                byte[] pixels = new byte[buffer.remaining()];
                buffer.get(0, pixels);
                return pixels;
            }
            case 16 -> {
                short[] pixels = new short[buffer.remaining() / Short.BYTES];
                buffer.asShortBuffer().get(pixels);
                return pixels;
            }
            case 32 -> {
                float[] pixels = new float[buffer.remaining() / Float.BYTES];
                buffer.asFloatBuffer().get(pixels);
                return pixels;
            }
            default -> {
                int[] pixels = new int[buffer.remaining() / Integer.BYTES];
                buffer.asIntBuffer().get(pixels);
                return pixels;
            }
        }
    }

    private static void put(Object pixels, ByteBuffer buffer) {
        if (pixels instanceof byte[] bytes) buffer.put(0, bytes);
        else if (pixels instanceof short[] shorts) buffer.asShortBuffer().put(shorts);
        else if (pixels instanceof float[] floats) buffer.asFloatBuffer().put(floats);
        else buffer.asIntBuffer().put((int[]) pixels);
    }

    /** A copy of a plane, strip by strip. */
    @Override
    public synchronized Object getPixels(int n) {
        recent.forEach(this::store);
        int pixels = Math.multiplyExact(getWidth(), getHeight());
        Object plane =
                switch (bitDepth) {
                    case 8 -> new byte[pixels];
                    case 16 -> new short[pixels];
                    case 32 -> new float[pixels];
                    default -> new int[pixels];
                };
        int at = 0;
        for (long strip : LongStream.range((n - 1) * strips, n * strips).toArray()) {
            Object part = pixels(read(position(strip), Math.toIntExact(stripBytes(strip))));
            int length = Math.toIntExact(stripBytes(strip)) / bytes();
            System.arraycopy(part, 0, plane, at, length);
            at += length;
        }
        return plane;
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        Object pixels = getPixels(n);
        ImageProcessor plane =
                switch (bitDepth) {
                    case 8 -> new ByteProcessor(getWidth(), getHeight(), (byte[]) pixels, getColorModel());
                    case 16 -> new ShortProcessor(getWidth(), getHeight(), (short[]) pixels, getColorModel());
                    case 32 -> new FloatProcessor(getWidth(), getHeight(), (float[]) pixels, getColorModel());
                    default -> new ColorProcessor(getWidth(), getHeight(), (int[]) pixels);
                };
        plane.setSliceNumber(n);
        return plane;
    }

    @Override
    public int getSize() {
        return labels.size();
    }

    @Override
    public int size() {
        return labels.size();
    }

    @Override
    public String getSliceLabel(int n) {
        return labels.get(n - 1);
    }

    @Override
    public void setSliceLabel(String label, int n) {
        labels.set(n - 1, label);
    }

    private static UncheckedIOException failure(IOException e) {
        return new UncheckedIOException(
                "A result that is larger than the memory needs a temporary file in '"
                        + System.getProperty("java.io.tmpdir") + "', but that failed (" + e.getMessage()
                        + "); make room there, or name another folder by the Java option -Djava.io.tmpdir=FOLDER.",
                e);
    }
}
