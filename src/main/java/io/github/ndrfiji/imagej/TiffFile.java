package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.RoiDecoder;
import ij.plugin.FileInfoVirtualStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the directory of a TIFF file tells of its planes. */
record TiffFile(Path file, List<FileInfo> directory) {

    /** @throws IOException if ImageJ finds no image in it */
    static TiffFile of(Path file) throws IOException {
        FileInfo[] directory = Opener.getTiffFileInfo(file.toAbsolutePath().toString());
        if (directory == null || directory.length == 0)
            throw new IOException("'" + file + "' is named or begins like a TIFF file, but holds no image that ImageJ"
                    + " reads; save it again as TIFF with the program that it comes from.");
        return new TiffFile(file, List.of(directory));
    }

    /**
     * Checks that no pixels are missing at its end, which ImageJ fills with black.
     *
     * @throws IOException if there are
     */
    void requireComplete() throws IOException {
        long expected =
                directory.stream().mapToLong(TiffFile::endOfPixels).max().orElse(0);
        long actual = Files.size(file);
        if (actual < expected)
            throw new IOException("'" + file + "' is cut off: it has " + actual + " bytes, but its pixels end at byte "
                    + expected + "; copy it again from where it came.");
    }

    private static long endOfPixels(FileInfo planes) {
        if (planes.nImages > 1)
            return planes.getOffset() + planes.nImages * bytes(planes) + (planes.nImages - 1) * planes.getGap();
        if (planes.stripOffsets == null || planes.stripLengths == null) return 0;
        long end = 0;
        for (int i = 0; i < Math.min(planes.stripOffsets.length, planes.stripLengths.length); i++)
            end = Math.max(
                    end,
                    Integer.toUnsignedLong(planes.stripOffsets[i]) + Integer.toUnsignedLong(planes.stripLengths[i]));
        return end;
    }

    private static long bytes(FileInfo plane) {
        return (long) plane.width * plane.height * plane.getBytesPerPixel();
    }

    /** Bytes of all its pixels in memory. */
    long bytes() {
        return directory.stream()
                .mapToLong(planes -> Math.max(1, planes.nImages) * bytes(planes))
                .sum();
    }

    /** Whether it holds several planes of one size and type. */
    boolean isStack() {
        FileInfo first = directory.get(0);
        if (directory.size() == 1) return first.nImages > 1;
        return directory.stream()
                .allMatch(plane ->
                        plane.width == first.width && plane.height == first.height && plane.fileType == first.fileType);
    }

    /** Opens it as a virtual stack, with the metadata that ImageJ leaves out of one. */
    ImagePlus openVirtual() {
        ImagePlus image = FileInfoVirtualStack.openVirtual(file.toAbsolutePath().toString());
        FileInfo first = directory.get(0);
        if (first.roi != null) image.setRoi(RoiDecoder.openFromByteArray(first.roi));
        image.setProperties(first.properties);
        return image;
    }
}
