package io.github.ndrfiji.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import io.github.ndrfiji.AtomicFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Image files as ImageJ reads and writes them, without its windows and messages.
 *
 * <p>ImageJ's readers are not made for many threads: use one thread at a time.
 */
public final class ImageFiles {

    private static final Set<Integer> READABLE = Set.of(
            Opener.TIFF,
            Opener.TIFF_AND_DICOM,
            Opener.DICOM,
            Opener.FITS,
            Opener.PGM,
            Opener.JPEG,
            Opener.GIF,
            Opener.PNG,
            Opener.BMP);

    /** Bytes of a PNG file up to those for its bits and for its kind of colour. */
    private static final int PNG_HEADER = 26;

    private ImageFiles() {}

    /** Whether the beginning of the file is that of an image that {@link #open} knows. */
    public static boolean isImage(Path file) {
        return Files.isRegularFile(file)
                && (READABLE.contains(new Opener().getFileType(file.toString())) || BigTiff.is(file));
    }

    /** Whether a file is named as an image that can be written, be it there or not. Hidden files are not. */
    public static boolean isNamedAsImage(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && ImageFormat.named(name).isPresent();
    }

    /**
     * The images that lie in a folder itself, by name: files that begin as images, and those that are only named as such, so
     * that one that is damaged does not vanish.
     *
     * @throws IOException if there are none
     */
    public static List<Path> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder))
            throw new FileNotFoundException("'" + folder + "' is not a folder; give one with images.");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> images = files.filter(Files::isRegularFile)
                    .filter(file -> isImage(file) || isNamedAsImage(file))
                    .sorted()
                    .toList();
            if (images.isEmpty())
                throw new FileNotFoundException("There are no images in the folder '" + folder + "'; check its path.");
            return images;
        }
    }

    /**
     * Whether it is a TIFF file of several planes of one size and type.
     *
     * @throws IOException if it begins like a TIFF file, but holds no image
     */
    public static boolean isTiffStack(Path file) throws IOException {
        return isTiff(file) && TiffFile.of(file).isStack();
    }

    /**
     * Opens an image file as {@link #open(Path)} does, but any stack in a TIFF file as a virtual one, whose planes are read
     * when they are asked for.
     *
     * @throws IOException as {@link #open(Path)}
     */
    public static ImagePlus openLazily(Path file) throws IOException {
        return open(file, 0);
    }

    /**
     * Opens an image file with all that ImageJ reads of its metadata. The colours of a palette in a PNG, GIF or BMP file
     * become RGB. A stack in a TIFF file that would take more than a quarter of the memory is opened as a virtual stack, and
     * so is every stack in a BigTIFF file, whose pixels must be stored without compression and in strips.
     *
     * @throws IOException if it is missing, no image, or damaged
     */
    public static ImagePlus open(Path file) throws IOException {
        return open(file, Runtime.getRuntime().maxMemory() / 4);
    }

    /** @param largest bytes of a TIFF stack above which it is opened as a virtual stack */
    static ImagePlus open(Path file, long largest) throws IOException {
        if (!Files.isRegularFile(file))
            throw new FileNotFoundException("'" + file + "' is not a file; check the path of the image.");
        if (!isImage(file))
            throw new IOException("'" + file + "' cannot be opened as an image; give a TIFF, PNG, JPEG, GIF, BMP, PGM,"
                    + " FITS or DICOM file.");
        ImagePlus image = read(file, largest);
        if (image == null || image.getProcessor() == null) throw damaged(file);
        if (isMadeForScreens(file) && Palette.isIn(image)) Palette.convertToRgb(image);
        return image;
    }

    /**
     * The name of a file for an image's result: that of the image if its format can be written and will hold the result,
     * else one that ends in .tif.
     *
     * @param toFloat whether the result has 32 bits
     * @throws IOException if the image cannot be read
     */
    public static String writableName(Path image, boolean toFloat) throws IOException {
        String name = image.getFileName().toString();
        boolean onlyTiff = toFloat || isDeepColour(image);
        if (ImageFormat.named(name)
                .filter(format -> !onlyTiff || format == ImageFormat.TIFF)
                .isPresent()) return name;
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + ".tif";
    }

    /** Whether it is a PNG file of 16-bit colours, which ImageJ opens as three channels; a PNG file cannot hold those. */
    private static boolean isDeepColour(Path file) throws IOException {
        if (new Opener().getFileType(file.toString()) != Opener.PNG) return false;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(PNG_HEADER);
            return header.length == PNG_HEADER && header[PNG_HEADER - 2] == 16 && header[PNG_HEADER - 1] == 2;
        }
    }

    /**
     * Checks that the file's name is one of a format that can be written.
     *
     * @param toFloat whether the format must hold 32-bit values
     * @throws IllegalArgumentException if it is not
     */
    public static void requireWritable(Path file, boolean toFloat) {
        ImageFormat format = ImageFormat.of(file);
        if (toFloat && format != ImageFormat.TIFF)
            throw new IllegalArgumentException("A " + format + " file cannot hold 32-bit values ('" + file.getFileName()
                    + "'); use a name that ends in .tif.");
    }

    /**
     * Checks that the format that the file's name stands for can hold an image.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public static void requireWritable(ImagePlus image, Path file) {
        ImageFormat.of(file).requireCanHold(image, file);
    }

    /**
     * Stores an image in the format that the file's extension names. The file is written under another name beside its
     * target and moved into place, so that it is there as a whole or not at all.
     *
     * @throws IllegalArgumentException if that format cannot hold the image
     * @throws IOException if it cannot be written; what was there before remains
     */
    public static void save(ImagePlus image, Path file) throws IOException {
        saveAll(Map.of(file, image));
    }

    /**
     * Stores images as {@link #save} does, all of them or none.
     *
     * @param images by different files
     */
    public static void saveAll(Map<Path, ImagePlus> images) throws IOException {
        Map<Path, AtomicFile.Writer> writers = new LinkedHashMap<>();
        images.forEach((file, image) -> {
            ImageFormat format = ImageFormat.of(file);
            format.requireCanHold(image, file);
            writers.put(file, written -> format.write(image, written));
        });
        AtomicFile.writeAll(writers);
    }

    private static ImagePlus read(Path file, long largest) throws IOException {
        Opener opener = new Opener();
        opener.setSilentMode(true);
        IJ.redirectErrorMessages(true);
        try {
            if (isTiff(file)) {
                TiffFile tiff = TiffFile.of(file);
                tiff.requireComplete();
                if (tiff.isStack() && (tiff.isBig() || tiff.bytes() > largest)) return tiff.openVirtual();
                if (tiff.isBig()) return tiff.openPlane();
                return tiff.requireAll(opener.openImage(file.toAbsolutePath().toString()));
            }
            return opener.openImage(file.toAbsolutePath().toString());
        } catch (RuntimeException e) { // as ImageJ's readers do on damaged files
            throw (IOException) damaged(file).initCause(e);
        } finally {
            IJ.redirectErrorMessages(false);
        }
    }

    private static boolean isTiff(Path file) {
        return new Opener().getFileType(file.toString()) == Opener.TIFF || BigTiff.is(file);
    }

    /** Whether 8 bits in such a file are colours rather than measurements. */
    private static boolean isMadeForScreens(Path file) {
        int type = new Opener().getFileType(file.toString());
        return type == Opener.PNG || type == Opener.GIF || type == Opener.BMP;
    }

    private static IOException damaged(Path file) {
        return new IOException("'" + file + "' cannot be opened as an image; it is damaged, or stored in a way that"
                + " ImageJ does not read. Save it as TIFF with the program that it comes from.");
    }
}
