package io.github.ndrfiji.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.Color;
import java.util.Random;

/** Images with everything that users lose elsewhere. */
public final class TestImages {

    private TestImages() {}

    /** A hyperstack of 2 channels, 3 slices and 2 frames of random pixels. */
    public static ImagePlus hyperstack(int bitDepth) {
        int channels = bitDepth == 24 ? 1 : 2;
        ImagePlus image = IJ.createHyperStack("cells.tif", 13, 9, channels, 3, 2, bitDepth);
        fill(image);
        for (int i = 1; i <= image.getStackSize(); i++) image.getStack().setSliceLabel("label " + i, i);
        if (bitDepth != 24) {
            CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
            composite.setOpenAsHyperStack(true);
            composite.setChannelLut(coloured(Color.GREEN, 3, 40), 1);
            composite.setChannelLut(coloured(Color.MAGENTA, 5, 90), 2);
            composite.setActiveChannels("10");
            image = composite;
        }
        describe(image);
        return image;
    }

    /** One plane of random pixels. */
    public static ImagePlus plane(int bitDepth) {
        ImagePlus image = IJ.createImage("plane", 13, 9, 1, bitDepth);
        fill(image);
        return image;
    }

    /** One plane of 8 bits with colours in no order. */
    public static ImagePlus withPalette() {
        byte[] random = new byte[256];
        new Random(3).nextBytes(random);
        byte[] reversed = new byte[256];
        for (int i = 0; i < 256; i++) reversed[i] = random[255 - i];
        ImagePlus image = plane(8);
        image.setLut(new LUT(random, reversed, random));
        return image;
    }

    private static void fill(ImagePlus image) {
        Random random = new Random(7);
        for (int i = 1; i <= image.getStackSize(); i++) {
            ImageProcessor plane = image.getStack().getProcessor(i);
            for (int p = 0; p < plane.getPixelCount(); p++)
                switch (image.getBitDepth()) {
                    case 24 -> plane.set(p, 0xff000000 | random.nextInt(1 << 24));
                    case 32 -> plane.setf(p, random.nextFloat() - 0.25f);
                    default -> plane.set(p, random.nextInt(200));
                }
        }
    }

    private static LUT coloured(Color colour, double min, double max) {
        LUT lut = LUT.createLutFromColor(colour);
        lut.min = min;
        lut.max = max;
        return lut;
    }

    private static void describe(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = 0.25;
        calibration.pixelHeight = 0.5;
        calibration.pixelDepth = 2;
        calibration.frameInterval = 30;
        calibration.setTimeUnit("s");
        calibration.xOrigin = 4;
        calibration.yOrigin = 3;
        image.setProperty("Info", "Objective: 63x");
        image.setProp("Stain", "DAPI");
        image.setRoi(new Roi(2, 3, 5, 4));
        Overlay overlay = new Overlay();
        Roi nucleus = new Roi(1, 1, 3, 3, 2);
        nucleus.setName("nucleus");
        nucleus.setPosition(1, 2, 2);
        nucleus.setStrokeColor(Color.RED);
        overlay.add(nucleus);
        image.setOverlay(overlay);
    }
}
