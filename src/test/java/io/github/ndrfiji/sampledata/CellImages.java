package io.github.ndrfiji.sampledata;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;
import io.github.ndrfiji.degrade.Degradation;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A calibrated time series of living cells that looks like one from a fluorescence microscope, and its noisy twin. */
final class CellImages {

    private static final int WIDTH = 140;
    private static final int HEIGHT = 124;
    private static final int SLICES = 3;
    private static final int FRAMES = 4;

    /** Camera counts without light. */
    private static final int OFFSET = 100;

    /** What is seen in a channel: {@code gain} is the number of camera counts that the brightest pixel gives. */
    enum Channel {
        NUCLEI("nuclei", Color.MAGENTA, 3600, "poisson:14,read=1"),
        MICROTUBULES("microtubules", Color.GREEN, 1800, "poisson:28,read=1");

        final String label;
        final LUT lut;
        final int gain;
        final Degradation noise;

        Channel(String label, Color colour, int gain, String noise) {
            this.label = label;
            this.lut = LUT.createLutFromColor(colour);
            this.gain = gain;
            this.noise = DegradationRange.parse(noise).draw(new SplittableRandom(0));
            lut.min = OFFSET;
            lut.max = OFFSET + 0.8 * gain;
        }
    }

    private static final int PLANE = WIDTH * HEIGHT;
    private static final int DEPTH = 13;

    private CellImages() {}

    static ImagePlus clean() {
        List<Cell> cells = cells(new SplittableRandom(2310_12848));
        Patch nuclei = Patch.zeros(1, FRAMES * SLICES * HEIGHT, WIDTH);
        Patch microtubules = Patch.zeros(1, FRAMES * SLICES * HEIGHT, WIDTH);
        for (int t = 0; t < FRAMES; t++) {
            Volume chromatin = new Volume(DEPTH, HEIGHT, WIDTH);
            Volume cytoskeleton = new Volume(DEPTH, HEIGHT, WIDTH);
            for (Cell cell : cells) {
                cell.addNucleus(chromatin, t);
                cell.addCytoskeleton(cytoskeleton, t);
            }
            for (int z = 0; z < SLICES; z++) {
                int start = (t * SLICES + z) * PLANE;
                System.arraycopy(chromatin.image(focus(z)), 0, nuclei.values(), start, PLANE);
                System.arraycopy(cytoskeleton.image(focus(z)), 0, microtubules.values(), start, PLANE);
            }
        }
        brightestToOne(nuclei.values());
        brightestToOne(microtubules.values());
        return hyperstack("cells-clean.tif", nuclei, microtubules);
    }

    static ImagePlus noisy(ImagePlus clean) {
        SplittableRandom random = new SplittableRandom(25);
        return hyperstack(
                "cells-noisy.tif",
                Channel.NUCLEI.noise.apply(planes(clean, Channel.NUCLEI), random),
                Channel.MICROTUBULES.noise.apply(planes(clean, Channel.MICROTUBULES), random));
    }

    /** All planes of a channel, one below the other, as shares of its brightest pixel. */
    static Patch planes(ImagePlus cells, Channel channel) {
        Patch planes = Patch.zeros(1, FRAMES * SLICES * HEIGHT, WIDTH);
        for (int i = 0; i < FRAMES * SLICES; i++) {
            short[] pixels = (short[]) cells.getStack().getPixels(2 * i + channel.ordinal() + 1);
            for (int k = 0; k < PLANE; k++)
                planes.values()[i * PLANE + k] = ((pixels[k] & 0xffff) - OFFSET) / (float) channel.gain;
        }
        return planes;
    }

    /** The slice of the volume that is in focus in a plane of the image. */
    private static double focus(int plane) {
        return 3 + 3 * plane;
    }

    /** Six cells, none closer to another than a cell's size; the last one divides. */
    private static List<Cell> cells(SplittableRandom random) {
        List<double[]> places = new ArrayList<>();
        while (places.size() < 6) {
            double x = random.nextDouble(14, WIDTH - 14);
            double y = random.nextDouble(14, HEIGHT - 14);
            if (places.stream().allMatch(p -> Math.hypot(p[0] - x, p[1] - y) > 38)) places.add(new double[] {x, y});
        }
        List<Cell> cells = new ArrayList<>();
        for (double[] place : places)
            cells.add(new Cell(place[0], place[1], random.nextDouble(4, 8), cells.size() == 5, random.split()));
        return cells;
    }

    private static void brightestToOne(float[] values) {
        float max = 0;
        for (float value : values) max = Math.max(max, value);
        for (int i = 0; i < values.length; i++) values[i] /= max;
    }

    /** The image whose channels have these {@linkplain #planes planes}. */
    private static ImagePlus hyperstack(String title, Patch... channels) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int t = 0; t < FRAMES; t++)
            for (int z = 0; z < SLICES; z++)
                for (Channel channel : Channel.values())
                    stack.addSlice(
                            channel.label + ", z " + (z + 1) + ", " + t + " min",
                            counts(channels[channel.ordinal()], t * SLICES + z, channel.gain));
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(channels.length, SLICES, FRAMES);
        image.setOpenAsHyperStack(true);
        Calibration calibration = image.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = 0.32;
        calibration.pixelHeight = 0.32;
        calibration.pixelDepth = 0.75;
        calibration.frameInterval = 60;
        calibration.setTimeUnit("sec");
        CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
        composite.setProp("Specimen", "simulated cells");
        composite.setProperty(
                "Info",
                "Simulated fluorescence microscopy: nuclei and microtubules of six cells, one of them dividing.");
        for (Channel channel : Channel.values()) {
            composite.setPositionWithoutUpdate(channel.ordinal() + 1, 1, 1);
            composite.setChannelLut(channel.lut, channel.ordinal() + 1);
        }
        composite.setPositionWithoutUpdate(1, 1, 1);
        return composite;
    }

    private static short[] counts(Patch planes, int plane, int gain) {
        short[] counts = new short[PLANE];
        for (int i = 0; i < PLANE; i++) {
            long value = Math.round(OFFSET + (double) gain * planes.values()[plane * PLANE + i]);
            counts[i] = (short) Math.min(65535, Math.max(0, value));
        }
        return counts;
    }
}
