package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;
import ij.process.StackConverter;

/** 8-bit images whose values are numbers of colours, not intensities. */
final class Palette {

    private Palette() {}

    /** Whether an image has one, by ImageJ's own test: a look-up table for intensities is smooth. */
    static boolean isIn(ImagePlus image) {
        if (image.getBitDepth() != 8 || image.isComposite()) return false;
        ImageProcessor plane = image.getProcessor();
        return plane.isColorLut() && !plane.isPseudoColorLut();
    }

    /** Replaces the numbers by their colours. */
    static void convertToRgb(ImagePlus image) {
        if (image.getStackSize() > 1) new StackConverter(image).convertToRGB();
        else new ImageConverter(image).convertToRGB();
        ResultImage.addInfo(image, "NDR note: the colours of a palette were converted to RGB.");
    }
}
