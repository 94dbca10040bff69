package io.github.ndrfiji.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A format of image files that can be written, and what it can hold. */
enum ImageFormat {
    /** ImageJ's TIFF, or BigTIFF where that has no room: everything. */
    TIFF {
        @Override
        boolean canHold(ImagePlus image) {
            return true;
        }

        @Override
        void write(ImagePlus image, Path file) throws IOException {
            if (BigTiffWriter.isNeeded(image)) {
                BigTiffWriter.write(image, file);
                return;
            }
            IJ.redirectErrorMessages(true);
            try {
                if (!new FileSaver(image).saveAsTiff(file.toString()))
                    throw new IOException(quoted(IJ.getErrorMessage()));
            } finally {
                IJ.redirectErrorMessages(false);
            }
        }
    },

    /** One plane of 8 or 16 bits or RGB, exactly as stored; no calibration. */
    PNG {
        @Override
        boolean canHold(ImagePlus image) {
            return image.getStackSize() == 1 && image.getBitDepth() != 32;
        }

        @Override
        void write(ImagePlus image, Path file) throws IOException {
            if (!ImageIO.write(asStored(image), "png", file.toFile()))
                throw new IOException("This Java cannot write PNG files; use .tif.");
        }
    },

    /** One plane of 8 bits or RGB, with losses; no calibration. */
    JPEG {
        private static final float QUALITY = 0.95f;

        @Override
        boolean canHold(ImagePlus image) {
            return image.getStackSize() == 1 && (image.getBitDepth() == 8 || image.getBitDepth() == 24);
        }

        @Override
        void write(ImagePlus image, Path file) throws IOException {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            boolean gray = image.getBitDepth() == 8 && image.getProcessor().isDefaultLut();
            BufferedImage pixels =
                    gray ? asStored(image) : image.getProcessor().convertToRGB().getBufferedImage();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(pixels, null, null), quality);
            } finally {
                writer.dispose();
            }
        }
    };

    /** The format that a file's name stands for by its extension. */
    static Optional<ImageFormat> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".tif") || lower.endsWith(".tiff")) return Optional.of(TIFF);
        if (lower.endsWith(".png")) return Optional.of(PNG);
        if (lower.endsWith(".jpg") || lower.endsWith(".jpeg")) return Optional.of(JPEG);
        return Optional.empty();
    }

    /**
     * The format of a file.
     *
     * @throws IllegalArgumentException if its name is that of none
     */
    static ImageFormat of(Path file) {
        return named(file.getFileName().toString())
                .orElseThrow(() -> new IllegalArgumentException("Images cannot be stored as '" + file.getFileName()
                        + "'; let the name end in .tif, .png or .jpg."));
    }

    abstract boolean canHold(ImagePlus image);

    /** Writes the file at {@code file}, whatever that name ends in. */
    abstract void write(ImagePlus image, Path file) throws IOException;

    void requireCanHold(ImagePlus image, Path file) {
        if (canHold(image)) return;
        int planes = image.getStackSize();
        throw new IllegalArgumentException("A " + name() + " file cannot hold an image of " + image.getBitDepth()
                + " bits and " + planes + (planes == 1 ? " plane" : " planes") + " ('" + file.getFileName()
                + "'); use a name that ends in .tif.");
    }

    /** The first plane with its stored values, to which ImageJ's own conversion would apply the display range. */
    private static BufferedImage asStored(ImagePlus image) {
        ImageProcessor plane = image.getProcessor();
        int width = plane.getWidth();
        int height = plane.getHeight();
        BufferedImage stored =
                switch (plane.getBitDepth()) {
                    case 8 ->
                        plane.isDefaultLut()
                                ? new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY)
                                : new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, plane.getLut());
                    case 16 -> new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
                    default -> new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                };
        stored.getRaster().setDataElements(0, 0, width, height, plane.getPixels());
        return stored;
    }

    /** What ImageJ quotes in a message of several lines, one of which is the file: the reason. */
    private static String quoted(String message) {
        Matcher quoted = Pattern.compile("\"(.+)\"").matcher(message);
        return quoted.find() ? quoted.group(1) : message;
    }
}
