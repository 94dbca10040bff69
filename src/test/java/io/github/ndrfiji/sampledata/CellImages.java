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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A calibrated time series of living cells that looks like one from a fluorescence microscope, and its noisy twin. */
final class CellImages {

    static final int WIDTH = 140;
    static final int HEIGHT = 124;
    static final int SLICES = 3;
    static final int FRAMES = 4;

    /** Camera counts without light. */
    static final int OFFSET = 100;

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

    private static final int DEPTH = 13;

    private CellImages() {}

    static ImagePlus clean() {
        List<Cell> cells = cells(new SplittableRandom(2310_12848));
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        float[][][] images = new float[Channel.values().length][FRAMES * SLICES][];
        for (int t = 0; t < FRAMES; t++) {
            Volume chromatin = new Volume(DEPTH, HEIGHT, WIDTH);
            Volume cytoskeleton = new Volume(DEPTH, HEIGHT, WIDTH);
            for (Cell cell : cells) {
                cell.addNucleus(chromatin, t);
                cell.addCytoskeleton(cytoskeleton, t);
            }
            for (int z = 0; z < SLICES; z++) {
                images[0][t * SLICES + z] = chromatin.image(focus(z));
                images[1][t * SLICES + z] = cytoskeleton.image(focus(z));
            }
        }
        float[] brightest = {max(images[0]), max(images[1])};
        for (int t = 0; t < FRAMES; t++)
            for (int z = 0; z < SLICES; z++)
                for (Channel channel : Channel.values()) {
                    int c = channel.ordinal();
                    stack.addSlice(
                            channel.label + ", z " + (z + 1) + ", " + t + " min",
                            counts(images[c][t * SLICES + z], channel.gain / brightest[c]));
                }
        return hyperstack("cells-clean.tif", stack);
    }

    static ImagePlus noisy(ImagePlus clean) {
        SplittableRandom random = new SplittableRandom(25);
        float[][] noisy = new float[Channel.values().length][];
        for (Channel channel : Channel.values())
            noisy[channel.ordinal()] =
                    channel.noise.apply(planes(clean, channel), random).values();
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int i = 0; i < clean.getStackSize(); i++) {
            Channel channel = Channel.values()[i % 2];
            int start = i / 2 * WIDTH * HEIGHT;
            float[] plane = Arrays.copyOfRange(noisy[channel.ordinal()], start, start + WIDTH * HEIGHT);
            stack.addSlice(clean.getStack().getSliceLabel(i + 1), counts(plane, channel.gain));
        }
        return hyperstack("cells-noisy.tif", stack);
    }

    /** All planes of a channel, one below the other, as shares of its brightest pixel. */
    static Patch planes(ImagePlus cells, Channel channel) {
        Patch planes = Patch.zeros(1, FRAMES * SLICES * HEIGHT, WIDTH);
        for (int i = 0; i < FRAMES * SLICES; i++) {
            short[] pixels = (short[]) cells.getStack().getPixels(2 * i + channel.ordinal() + 1);
            for (int k = 0; k < pixels.length; k++)
                planes.values()[i * pixels.length + k] = ((pixels[k] & 0xffff) - OFFSET) / (float) channel.gain;
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

    private static float max(float[][] images) {
        float max = 0;
        for (float[] image : images) for (float value : image) max = Math.max(max, value);
        return max;
    }

    private static short[] counts(float[] values, double gain) {
        short[] counts = new short[values.length];
        for (int i = 0; i < counts.length; i++)
            counts[i] = (short) Math.min(65535, Math.max(0, Math.round(OFFSET + gain * values[i])));
        return counts;
    }

    private static ImagePlus hyperstack(String title, ImageStack stack) {
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(Channel.values().length, SLICES, FRAMES);
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
}
