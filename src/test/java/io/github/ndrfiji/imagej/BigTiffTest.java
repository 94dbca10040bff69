package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.LUT;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of BigTIFF written here by hand, by https://www.awaresystems.be/imaging/tiff/bigtiff.html. */
class BigTiffTest {

    private static final long FAR = 5_000_000_000L;
    private static final int SHORT = 3;
    private static final int LONG8 = 16;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void onePlaneComesBack(int bitDepth) throws IOException {
        ImagePlus image = TestImages.plane(bitDepth);
        if (bitDepth == 8) image.setLut(LUT.createLutFromColor(Color.GREEN));
        Path file = folder.resolve("plane.tif");
        BigTiffWriter.write(image, file);

        ImagePlus read = ImageFiles.open(file);

        assertEquals(1, read.getStackSize());
        assertArrayEquals((Object[]) new Object[] {pixels(image)}, (Object[]) new Object[] {pixels(read)});
        assertEquals(
                image.getProcessor().getColorModel().getRGB(200),
                read.getProcessor().getColorModel().getRGB(200));
    }

    private static Object pixels(ImagePlus image) {
        return image.getProcessor().getPixels();
    }

    /** Two planes of 2 x 2 pixels of 16 bits; the second lies beyond 4 GB, in two strips. The gap takes no space. */
    @ParameterizedTest
    @CsvSource({"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void planesBeyondFourGigabytesAreFound(String order) throws IOException {
        Path file = folder.resolve("far.tif");
        writeFar(file, order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, 1);

        ImagePlus image = ImageFiles.open(file);

        assertEquals(2, image.getStackSize());
        assertArrayEquals(new short[] {1, 2, 3, 4}, (short[]) image.getStack().getPixels(1));
        assertArrayEquals(new short[] {5, 6, 7, 8}, (short[]) image.getStack().getPixels(2));
    }

    @Test
    void compressedOnesAreRefused() throws IOException {
        Path file = folder.resolve("packed.tif");
        writeFar(file, ByteOrder.BIG_ENDIAN, 5);

        Exception e = assertThrows(IOException.class, () -> ImageFiles.open(file));

        assertEquals(
                "'" + file
                        + "' is a BigTIFF file that is compressed, which is not read; save it without compression, in"
                        + " strips, by the program that it comes from.",
                e.getMessage());
    }

    @Test
    void oneThatIsCutOffIsRefused() throws IOException {
        Path file = folder.resolve("cut.tif");
        BigTiffWriter.write(TestImages.hyperstack(16), file);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {20, bytes.length / 2, bytes.length - 9}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            Exception e = assertThrows(IOException.class, () -> ImageFiles.open(file));
            assertEquals("'" + file + "' is a damaged BigTIFF file; copy it again from where it came.", e.getMessage());
        }
    }

    @Test
    void oneWhoseDirectoriesGoInACircleIsRefused() throws IOException {
        Path file = folder.resolve("circle.tif");
        writeFar(file, ByteOrder.BIG_ENDIAN, 1);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long next = FAR + 8 + 8 + 8 * 20;
            channel.write(ByteBuffer.allocate(8).putLong(FAR + 8).flip(), next);
        }

        Exception e = assertThrows(IOException.class, () -> ImageFiles.open(file));

        assertEquals("'" + file + "' is a damaged BigTIFF file; copy it again from where it came.", e.getMessage());
    }

    @Test
    void otherFilesAreNone() throws IOException {
        Path file = folder.resolve("small");
        Files.write(file, new byte[] {'M', 'M', 0});
        assertFalse(BigTiff.is(file));
        assertFalse(BigTiff.is(folder));
        ImageFiles.save(TestImages.plane(8), folder.resolve("plane.tif"));
        assertFalse(BigTiff.is(folder.resolve("plane.tif")));
    }

    @Test
    void onlyImagesThatTiffHasNoRoomForBecomeBigTiff() {
        assertFalse(BigTiffWriter.isNeeded(TestImages.hyperstack(32)));
        ImageStack planes = new ScratchStack(2_000, 1_000, 32, Arrays.asList(new String[600]));
        assertTrue(BigTiffWriter.isNeeded(new ImagePlus("4.8 GB", planes)));
    }

    private static void writeFar(Path path, ByteOrder order, int compression) throws IOException {
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            ByteBuffer header = ByteBuffer.allocate(16).order(order);
            header.put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I')).put(header.get(0));
            file.write(
                    header.putShort((short) 43)
                            .putShort((short) 8)
                            .putShort((short) 0)
                            .putLong(FAR + 8)
                            .flip(),
                    0);
            put(file, 16, order, 1, 2, 3, 4);
            put(file, FAR, order, 5, 6, 7, 8);
            long second = directory(file, FAR + 8, order, compression, 16, new long[] {8}, true);
            directory(file, second, order, compression, FAR, new long[] {4, 4}, false);
        }
    }

    private static void put(FileChannel file, long at, ByteOrder order, int... values) throws IOException {
        ByteBuffer pixels = ByteBuffer.allocate(2 * values.length).order(order);
        for (int value : values) pixels.putShort((short) value);
        file.write(pixels.flip(), at);
    }

    /** Returns where the next directory is to be. */
    private static long directory(
            FileChannel file, long at, ByteOrder order, int compression, long offset, long[] strips, boolean more)
            throws IOException {
        int entries = 8;
        long behind = at + 8 + entries * 20 + 8;
        long next = behind + 2L * strips.length * Long.BYTES;
        ByteBuffer directory = ByteBuffer.allocate((int) (next - at)).order(order);
        directory.putLong(entries);
        entry(directory, 256, 2);
        entry(directory, 257, 2);
        entry(directory, 258, 16);
        entry(directory, 259, compression);
        entry(directory, 262, 1);
        strips(directory, 273, strips.length, strips.length == 1 ? offset : behind);
        entry(directory, 278, 2 / strips.length);
        strips(directory, 279, strips.length, strips.length == 1 ? strips[0] : behind + 16);
        directory.putLong(more ? next : 0);
        long strip = offset;
        for (long bytes : strips) {
            directory.putLong(strip);
            strip += bytes;
        }
        for (long bytes : strips) directory.putLong(bytes);
        file.write(directory.flip(), at);
        return next;
    }

    private static void entry(ByteBuffer directory, int tag, int value) {
        directory.putShort((short) tag).putShort((short) SHORT).putLong(1).putShort((short) value);
        directory.putShort((short) 0).putInt(0);
    }

    private static void strips(ByteBuffer directory, int tag, int count, long value) {
        directory.putShort((short) tag).putShort((short) LONG8).putLong(count).putLong(value);
    }
}
