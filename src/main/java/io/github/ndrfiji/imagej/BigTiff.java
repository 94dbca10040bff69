package io.github.ndrfiji.imagej;

import ij.io.FileInfo;
import ij.io.TiffDecoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Reads the directories of a BigTIFF file, which ImageJ cannot. Their entries are handed to ImageJ's decoder as those of a
 * TIFF file, so that they mean the same in both; only where the pixels lie is found here.
 */
final class BigTiff implements AutoCloseable {

    static final int MAGIC = 43;
    private static final int BIG_ENDIAN = 'M' << 8 | 'M';
    static final int STRIP_OFFSETS = 273;
    static final int STRIP_BYTES = 279;
    static final int METADATA_COUNTS = 50838;
    static final int METADATA = 50839;
    static final short LONG8 = 16;

    private static final int LITTLE_ENDIAN = 'I' << 8 | 'I';
    private static final int COMPRESSION = 259;
    private static final int TILE_WIDTH = 322;
    static final int ENTRY = 20;
    private static final int TIFF_HEADER = 8;
    private static final int TIFF_ENTRY = 12;
    private static final int TIFF_MAGIC = 42;
    private static final short SHORT = 3;
    private static final short LONG = 4;

    private final Path path;
    private final ByteOrder order;
    private final FileChannel file;

    private BigTiff(Path path, ByteOrder order) throws IOException {
        this.path = path;
        this.order = order;
        this.file = FileChannel.open(path, StandardOpenOption.READ);
    }

    /** Whether a file begins as BigTIFF. */
    static boolean is(Path file) {
        try {
            return Files.isRegularFile(file) && order(file) != null;
        } catch (IOException e) {
            return false; // whoever opens it will be told
        }
    }

    /** Its order of bytes, or null if it is no BigTIFF. */
    private static ByteOrder order(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(stream)) {
            int mark = in.readUnsignedShort();
            int magic = in.readUnsignedShort();
            if (mark == BIG_ENDIAN && magic == MAGIC) return ByteOrder.BIG_ENDIAN;
            if (mark == LITTLE_ENDIAN && magic == MAGIC << 8) return ByteOrder.LITTLE_ENDIAN;
            return null;
        } catch (EOFException e) {
            return null;
        }
    }

    /** Bytes of a value of a type. */
    static int bytes(short type) {
        return switch (type) {
            case 1, 2, 6, 7 -> 1;
            case SHORT, 8 -> Short.BYTES;
            case LONG, 9, 11, 13 -> Integer.BYTES;
            case 5, 10, 12, LONG8, 17, 18 -> Long.BYTES;
            default -> throw new IllegalArgumentException("TIFF files have no values of type " + type + ".");
        };
    }

    /**
     * Where and how each plane is stored; the first has ImageJ's metadata too.
     *
     * @throws IOException if the file is damaged, or its planes are not alike, or not stored one by one without compression
     */
    static List<FileInfo> planes(Path path) throws IOException {
        try (BigTiff tiff = new BigTiff(path, order(path))) {
            return tiff.planes();
        } catch (IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException
                | BufferUnderflowException e) { // nonsense in its numbers
            throw new IOException("'" + path + "' is a damaged BigTIFF file; copy it again from where it came.", e);
        }
    }

    private List<FileInfo> planes() throws IOException {
        List<FileInfo> planes = new ArrayList<>();
        long next = read(Long.BYTES, Long.BYTES).getLong();
        Set<Long> seen = new HashSet<>();
        while (next != 0) {
            if (!seen.add(next)) throw new IllegalArgumentException("A directory leads back to one before it.");
            long count = read(next, Long.BYTES).getLong();
            ByteBuffer directory =
                    read(next + Long.BYTES, Math.addExact(Math.multiplyExact(count, (long) ENTRY), Long.BYTES));
            Map<Integer, Entry> entries = new TreeMap<>();
            for (long i = 0; i < count; i++) {
                Entry entry = new Entry(directory);
                entries.put(entry.tag, entry);
            }
            planes.add(plane(entries));
            next = directory.getLong();
        }
        if (planes.isEmpty()) throw unreadable("holds no image");
        FileInfo first = planes.get(0);
        for (FileInfo plane : planes)
            if (plane.width != first.width || plane.height != first.height || plane.fileType != first.fileType)
                throw unreadable("has planes of several sizes or types");
        if (planes.size() == 1) planes = following(first);
        planes.forEach(plane -> plane.nImages = 1);
        return planes;
    }

    /** The planes that follow the first one without directories of their own, as far as its description tells of any. */
    private static List<FileInfo> following(FileInfo first) {
        return LongStream.range(0, Math.max(1, first.nImages))
                .mapToObj(i -> {
                    FileInfo plane = (FileInfo) first.clone();
                    plane.longOffset += i * TiffFile.bytes(first);
                    return plane;
                })
                .toList();
    }

    private FileInfo plane(Map<Integer, Entry> entries) throws IOException {
        if (entries.containsKey(TILE_WIDTH)) throw unreadable("is stored in tiles");
        if (entries.containsKey(COMPRESSION) && entries.get(COMPRESSION).numbers()[0] != 1)
            throw unreadable("is compressed");
        if (!entries.containsKey(STRIP_OFFSETS) || !entries.containsKey(STRIP_BYTES))
            throw unreadable("does not tell where its pixels are");
        long[] offsets = entries.get(STRIP_OFFSETS).numbers();
        long[] bytes = entries.get(STRIP_BYTES).numbers();
        for (int i = 1; i < offsets.length; i++)
            if (offsets[i] != offsets[i - 1] + bytes[i - 1]) throw unreadable("has its pixels scattered over the file");
        FileInfo[] decoded = new TiffDecoder(new ByteArrayInputStream(asTiff(entries.values())), name()).getTiffInfo();
        if (decoded == null) throw unreadable("holds no image that ImageJ knows");
        FileInfo plane = decoded[0];
        plane.longOffset = offsets[0];
        plane.inputStream = null; // the pixels come from the file itself
        plane.url = null;
        plane.stripOffsets = null;
        plane.stripLengths = null;
        plane.directory = path.toAbsolutePath().getParent() + "/";
        plane.fileName = name();
        return plane;
    }

    private String name() {
        return path.getFileName().toString();
    }

    /** A TIFF file with the same entries, but without pixels. */
    private byte[] asTiff(Collection<Entry> entries) throws IOException {
        List<Entry> told = entries.stream().filter(Entry::isOfTiff).toList();
        ByteArrayOutputStream behind = new ByteArrayOutputStream(); // values that are too long for an entry
        int end = TIFF_HEADER + Short.BYTES + told.size() * TIFF_ENTRY + Integer.BYTES;
        ByteBuffer directory = ByteBuffer.allocate(end).order(order);
        directory.putShort((short) (order == ByteOrder.BIG_ENDIAN ? BIG_ENDIAN : LITTLE_ENDIAN));
        directory.putShort((short) TIFF_MAGIC).putInt(TIFF_HEADER).putShort((short) told.size());
        for (Entry entry : told) {
            byte[] value = entry.isOfStrips() ? new byte[Integer.BYTES] : entry.bytes();
            directory.putShort((short) entry.tag).putShort(entry.isOfStrips() ? LONG : entry.type);
            directory.putInt(entry.isOfStrips() ? 1 : Math.toIntExact(entry.count));
            if (value.length <= Integer.BYTES) {
                directory.put(Arrays.copyOf(value, Integer.BYTES));
            } else {
                directory.putInt(end + behind.size());
                behind.writeBytes(value);
            }
        }
        byte[] tiff = Arrays.copyOf(directory.array(), end + behind.size());
        System.arraycopy(behind.toByteArray(), 0, tiff, end, behind.size());
        return tiff;
    }

    private ByteBuffer read(long position, long length) throws IOException {
        if (position < 0 || length < 0 || length > file.size() - position)
            throw new IllegalArgumentException("Bytes " + position + " to " + position + " + " + length + " of "
                    + file.size() + " are asked for.");
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(length)).order(order);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) >= 0) {}
        return buffer.flip();
    }

    private IOException unreadable(String why) {
        return new IOException("'" + path + "' is a BigTIFF file that " + why
                + ", which is not read; save it without compression, in strips, by the program that it comes from.");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** An entry of a directory. */
    private final class Entry {
        private final int tag;
        private final short type;
        private final long count;
        private final byte[] value = new byte[Long.BYTES]; // or, if that is longer, where it is

        /** Reads the next one. */
        Entry(ByteBuffer directory) {
            tag = Short.toUnsignedInt(directory.getShort());
            type = directory.getShort();
            count = directory.getLong();
            directory.get(value);
        }

        boolean isOfStrips() {
            return tag == STRIP_OFFSETS || tag == STRIP_BYTES;
        }

        /** Whether it is, as far as ImageJ needs it, of a type that TIFF has too. */
        boolean isOfTiff() {
            return isOfStrips() || type < LONG8;
        }

        byte[] bytes() throws IOException {
            long length = Math.multiplyExact(count, BigTiff.bytes(type));
            if (length <= Long.BYTES) return Arrays.copyOf(value, (int) length);
            return read(ByteBuffer.wrap(value).order(order).getLong(), length).array();
        }

        long[] numbers() throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(bytes()).order(order);
            return LongStream.range(0, count)
                    .map(i -> switch (type) {
                        case SHORT -> Short.toUnsignedLong(bytes.getShort());
                        case LONG -> Integer.toUnsignedLong(bytes.getInt());
                        case LONG8 -> bytes.getLong();
                        default -> throw new IllegalArgumentException("Type " + type + " is none of whole numbers.");
                    })
                    .toArray();
        }
    }
}
