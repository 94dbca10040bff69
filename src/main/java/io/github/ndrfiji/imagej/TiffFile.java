package io.github.ndrfiji.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.Opener;
import ij.io.RoiDecoder;
import ij.plugin.FileInfoVirtualStack;
import ij.util.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What the directory of a TIFF or BigTIFF file tells of its planes. */
record TiffFile(Path file, List<FileInfo> directory) {

    /** @throws IOException if ImageJ finds no image in it */
    static TiffFile of(Path file) throws IOException {
        if (BigTiff.is(file)) return new TiffFile(file, BigTiff.planes(file));
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
        if (planes.longOffset > 0) return planes.getOffset() + bytes(planes);
        if (planes.stripOffsets == null || planes.stripLengths == null) return 0;
        long end = 0;
        for (int i = 0; i < Math.min(planes.stripOffsets.length, planes.stripLengths.length); i++)
            end = Math.max(
                    end,
                    Integer.toUnsignedLong(planes.stripOffsets[i]) + Integer.toUnsignedLong(planes.stripLengths[i]));
        return end;
    }

    /** Bytes of one plane. */
    static long bytes(FileInfo plane) {
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

    /** Whether it is one of more than 4 GB, of which ImageJ opens planes only. */
    boolean isBig() {
        return directory.get(0).longOffset > 0;
    }

    /**
     * That an image has all planes of the file: ImageJ opens only the first of several sizes or types.
     *
     * @param image null if it could not be opened
     */
    ImagePlus requireAll(ImagePlus image) throws IOException {
        long planes =
                directory.stream().mapToLong(one -> Math.max(1, one.nImages)).sum();
        if (image != null && image.getStackSize() < planes)
            throw new IOException("'" + file + "' holds " + planes + " images, but only " + image.getStackSize()
                    + " can be opened together" + (isStack() ? "" : ", because they differ in size or type")
                    + "; save those that you want as files of their own.");
        return image;
    }

    /** Opens a single plane. */
    ImagePlus openPlane() {
        return new FileOpener(directory.get(0)).openImage();
    }

    /** Opens it as a virtual stack, with the metadata that ImageJ leaves out of one. */
    ImagePlus openVirtual() {
        FileInfo first = directory.get(0);
        ImagePlus image = isBig()
                ? stackOf(openPlane(), new FileOpener(first).decodeDescriptionString(first))
                : FileInfoVirtualStack.openVirtual(file.toAbsolutePath().toString());
        if (first.roi != null) image.setRoi(RoiDecoder.openFromByteArray(first.roi));
        image.setProperties(first.properties);
        return image;
    }

    /** What {@link FileInfoVirtualStack#openVirtual} makes of a TIFF file: all planes with what is known of the first. */
    private ImagePlus stackOf(ImagePlus first, Properties description) {
        FileInfoVirtualStack planes = new FileInfoVirtualStack(directory.toArray(new FileInfo[0]));
        planes.setBitDepth(first.getBitDepth());
        ImagePlus image = new ImagePlus(first.getTitle(), planes);
        image.setDisplayRange(first.getDisplayRangeMin(), first.getDisplayRangeMax());
        image.setFileInfo(directory.get(0));
        image.setCalibration(first.getCalibration());
        image.setOverlay(first.getOverlay());
        image.setProperty("Info", directory.get(0).info);
        if (description == null) return image;
        int channels = number(description, "channels");
        int slices = number(description, "slices");
        int frames = number(description, "frames");
        if ((long) channels * slices * frames == directory.size()) {
            image.setDimensions(channels, slices, frames);
            image.setOpenAsHyperStack("true".equals(description.getProperty("hyperstack")));
        }
        if (image.getNChannels() == 1) return image;
        String mode = description.getProperty("mode", "");
        return new CompositeImage(
                image, mode.equals("color") ? IJ.COLOR : mode.equals("gray") ? IJ.GRAYSCALE : IJ.COMPOSITE);
    }

    private static int number(Properties description, String key) {
        return (int) Tools.parseDouble(description.getProperty(key, "1"), 1);
    }
}
