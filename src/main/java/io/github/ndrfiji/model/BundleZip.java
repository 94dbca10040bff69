package io.github.ndrfiji.model;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip of a bundle, read without trust: only the known entries, each once, none larger than its limit or blown up from
 * next to nothing, none with a wrong checksum.
 */
final class BundleZip implements Closeable {

    private static final int MAX_RATIO = 100;

    private final ZipFile zip;
    private final Place place;

    private BundleZip(ZipFile zip, Place place) {
        this.zip = zip;
        this.place = place;
    }

    interface Decoder<T> {
        T decode(InputStream in, long length, Place place) throws IOException;
    }

    /** @param name what messages call the file */
    static BundleZip open(Path file, String name) throws IOException {
        Place place = new Place(name);
        if (Files.notExists(file)) throw new NoSuchFileException(name, null, "there is no such file; check its path");
        if (!Files.isRegularFile(file)) throw place.wrong("no file", "a model file (*.ndr)", "choose a model file");
        return open(file, ZipFile.OPEN_READ, place);
    }

    /** Reads from a temporary copy, which disappears on closing; {@code in} is not closed. */
    static BundleZip open(InputStream in, String name) throws IOException {
        Path copy = Files.createTempFile("ndr-model-", ".ndr");
        try {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return open(copy, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE, new Place(name));
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static BundleZip open(Path file, int mode, Place place) throws IOException {
        try {
            return new BundleZip(new ZipFile(file.toFile(), mode), place);
        } catch (ZipException | EOFException e) {
            throw place.wrong(
                    "no zip, or one that was cut off (" + e.getMessage() + ")",
                    "a model file (*.ndr)",
                    "choose a model file, or copy or download it again");
        }
    }

    Place place() {
        return place;
    }

    boolean has(String entry) {
        return zip.getEntry(entry) != null;
    }

    /** Refuses a zip that holds anything but these entries, each once, and perhaps the optional one. */
    void checkEntries(Set<String> expected, String optional) throws ModelFormatException {
        Set<String> found = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!expected.contains(name) && !optional.equals(name))
                throw place.wrong("the unknown entry '" + name + "'", "only " + expected);
            if (!found.add(name)) throw place.wrong("entry '" + name + "' twice", "it once");
        }
        for (String name : expected) if (!found.contains(name)) throw place.wrong("no entry '" + name + "'", "one");
    }

    String text(String entry, long limit) throws IOException {
        return read(entry, limit, (in, length, at) -> Utf8.decode(in.readNBytes((int) length), at));
    }

    /** Reads one entry to its end. */
    <T> T read(String name, long limit, Decoder<T> decoder) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw place.wrong("no entry '" + name + "'", "one");
        Place at = place.in(name);
        checkSize(entry, limit, at);
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), crc)) {
            T value = decoder.decode(in, entry.getSize(), at);
            if (in.read() >= 0) throw at.wrong("more bytes than the zip tells", entry.getSize() + " bytes");
            if (crc.getValue() != entry.getCrc())
                throw at.wrong(
                        "checksum " + Long.toHexString(crc.getValue()),
                        Long.toHexString(entry.getCrc()) + " by the zip");
            return value;
        } catch (ZipException | EOFException e) {
            throw at.wrong("damaged zip data (" + e.getMessage() + ")", entry.getSize() + " bytes");
        }
    }

    private static void checkSize(ZipEntry entry, long limit, Place at) throws ModelFormatException {
        long size = entry.getSize();
        if (size < 0 || size > limit) throw at.wrong(size + " bytes", "at most " + limit);
        if (size / MAX_RATIO > entry.getCompressedSize())
            throw at.wrong(
                    size + " bytes compressed to " + entry.getCompressedSize(),
                    "a compression of at most " + MAX_RATIO + " to 1");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
