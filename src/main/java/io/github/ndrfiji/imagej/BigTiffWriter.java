package io.github.ndrfiji.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.ImageWriter;
import ij.io.RoiEncoder;
import ij.io.TiffEncoder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes an image as BigTIFF, which has room for more than the 4 GB of TIFF: uncompressed, one strip a plane, plane by
 * plane, with all of ImageJ's metadata.
 *
 * <p>The file begins as ImageJ's own writer begins a TIFF file, pixels follow, and then the directories, which point back
 * to what ImageJ wrote.
 */
final class BigTiffWriter {

    /** Bytes of pixels above which TIFF may have no room for metadata and directories. */
    private static final long LARGEST_TIFF = 4_000_000_000L;

    private static final int TIFF_HEADER = 8;
    private static final int TIFF_ENTRY = 12;

    private final ImagePlus image;
    private final FileInfo info;
    private final ByteBuffer beginning;

    private BigTiffWriter(ImagePlus image) throws IOException {
        this.image = image;
        this.info = info(image);
        byte[] bytes = beginning(info);
        this.beginning = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Whether an image is too large for TIFF. */
    static boolean isNeeded(ImagePlus image) {
        return bytesOfPlane(image) * image.getStackSize() > LARGEST_TIFF;
    }

    /** Writes the file. */
    static void write(ImagePlus image, Path file) throws IOException {
        new BigTiffWriter(image).write(file);
    }

    private static long bytesOfPlane(ImagePlus image) {
        int bytes = image.getBitDepth() == ResultImage.RGB ? 3 : image.getBitDepth() / Byte.SIZE;
        return (long) image.getWidth() * image.getHeight() * bytes;
    }

    /** What ImageJ's {@link FileSaver} would write. */
    private static FileInfo info(ImagePlus image) {
        FileSaver saver = new FileSaver(image);
        ImageStack stack = image.getStack();
        FileInfo info = image.getFileInfo();
        if (info.fileType == FileInfo.RGB48) info.fileType = FileInfo.GRAY16_UNSIGNED; // its three planes apart
        if (stack.isVirtual()) info.virtualStack = (VirtualStack) stack;
        info.description = saver.getDescriptionString();
        info.info = image.getInfoProperty();
        info.sliceLabels = IntStream.rangeClosed(1, stack.size())
                .mapToObj(stack::getSliceLabel)
                .toArray(String[]::new);
        info.roi = RoiEncoder.saveAsByteArray(image.getRoi());
        info.overlay = FileSaver.getOverlay(image);
        info.properties = image.getPropertiesAsArray();
        if (image instanceof CompositeImage) saver.saveDisplayRangesAndLuts(image, info);
        return info;
    }

    /** All that ImageJ writes before the first pixel. */
    private static byte[] beginning(FileInfo info) throws IOException {
        TiffEncoder encoder = new TiffEncoder(info); // puts into the info where pixels begin
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream untilPixels = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (bytes.size() == info.offset) throw new EOFException();
                bytes.write(b);
            }
        };
        try {
            encoder.write(untilPixels);
        } catch (EOFException e) { // what there should be
            return bytes.toByteArray();
        }
        throw new IOException("The image has no pixels that could be written.");
    }

    private void write(Path file) throws IOException {
        long directories = info.offset + bytesOfPlane(image) * image.getStackSize();
        List<Entry> entries = entries(); // before the end of the longer header takes their place
        beginning.putShort(2, (short) BigTiff.MAGIC);
        beginning.putShort(4, (short) Long.BYTES).putShort(6, (short) 0).putLong(TIFF_HEADER, directories);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(beginning.array());
            new ImageWriter(info).write(out);
            for (int plane = 0; plane < image.getStackSize(); plane++) {
                ByteBuffer directory = directory(plane == 0 ? entries : withoutMetadata(entries), plane);
                directories += directory.capacity();
                if (plane < image.getStackSize() - 1) directory.putLong(directory.capacity() - Long.BYTES, directories);
                out.write(directory.array());
            }
        }
        if (Files.size(file) != directories) // ImageJ counts the bytes of a plane in an int here and there
        throw new IOException("'" + image.getTitle() + "' was written with " + Files.size(file) + " bytes, not "
                + directories + "; its planes are too large for ImageJ.");
    }

    /** @param plane from 0 */
    private ByteBuffer directory(List<Entry> entries, int plane) {
        ByteBuffer directory = ByteBuffer.allocate(Long.BYTES + entries.size() * BigTiff.ENTRY + Long.BYTES)
                .order(beginning.order());
        directory.putLong(entries.size());
        for (Entry entry : entries) entry.put(directory, plane);
        return directory;
    }

    private static List<Entry> withoutMetadata(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.tag != BigTiff.METADATA && entry.tag != BigTiff.METADATA_COUNTS)
                .toList();
    }

    /** The entries of ImageJ's directory, which follows its header. */
    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int count = beginning.getShort(TIFF_HEADER);
        for (int i = 0; i < count; i++) entries.add(new Entry(TIFF_HEADER + Short.BYTES + i * TIFF_ENTRY));
        return entries;
    }

    /** An entry of a directory. */
    private final class Entry {
        private final int tag;
        private final short type;
        private final int count;
        private final byte[] value = new byte[Long.BYTES];

        /** @param at where ImageJ wrote it */
        Entry(int at) {
            tag = Short.toUnsignedInt(beginning.getShort(at));
            type = beginning.getShort(at + 2);
            count = beginning.getInt(at + 4);
            int bytes = BigTiff.bytes(type) * count;
            if (bytes <= Integer.BYTES) beginning.get(at + 8, value, 0, Integer.BYTES);
            else if (bytes <= Long.BYTES) beginning.get(beginning.getInt(at + 8), value, 0, bytes);
            else ByteBuffer.wrap(value).order(beginning.order()).putLong(beginning.getInt(at + 8));
        }

        void put(ByteBuffer directory, int plane) {
            boolean isOffset = tag == BigTiff.STRIP_OFFSETS;
            directory.putShort((short) tag);
            if (isOffset || tag == BigTiff.STRIP_BYTES) {
                long bytes = bytesOfPlane(image);
                directory.putShort(BigTiff.LONG8).putLong(1).putLong(isOffset ? info.offset + plane * bytes : bytes);
            } else {
                directory.putShort(type).putLong(count).put(value);
            }
        }
    }
}
