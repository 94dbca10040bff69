package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;
import org.apache.commons.math3.transform.TransformType;

/**
 * How far an image lies from a reference, in whole pixels, by phase correlation (Kuglin and Hines, "The phase
 * correlation image alignment method", 1975) of one square where the reference has most contrast. Gain and offset of
 * the values have no influence. High frequencies, where noise is strongest, count less. Blur may raise peaks on both
 * sides of the middle, alike; these are no shift.
 *
 * @param x pixels by which the image lies further right
 * @param y pixels by which the image lies further down
 * @param clarity the height of the correlation's peak above the rest, in standard deviations of the rest; below about
 *     {@value #CLEAR} the shift means nothing
 */
public record Shift(int x, int y, double clarity) {

    /** Clarity from which a peak is no accident: the highest of 65536 normal random numbers lies at 4.3. */
    public static final double CLEAR = 10;

    private static final int LARGEST_SIDE = 256;
    private static final int SMALLEST_SIDE = 32;
    private static final int POSITIONS = 3;
    private static final double PASS = 1.0 / 8; // of the sampling frequency, standard deviation of a Gaussian
    private static final double SYMMETRIC = 0.7;
    private static final int PEAK_RADIUS = 4;

    /**
     * The shift between two images of one channel.
     *
     * @return none if the images are smaller than 32 x 32, or one of them has no contrast
     * @throws IllegalArgumentException if the images differ in size
     */
    public static Optional<Shift> between(Patch image, Patch reference) {
        Arguments.checkSameSize(image, reference);
        int side = Math.min(LARGEST_SIDE, Integer.highestOneBit(Math.min(image.width(), image.height())));
        if (side < SMALLEST_SIDE) return Optional.empty();
        int[] place = mostContrast(reference, side);
        if (variance(image, place[0], place[1], side) == 0 || variance(reference, place[0], place[1], side) == 0)
            return Optional.empty();
        Spectrum correlation = spectrum(image, place, side);
        whiten(correlation, spectrum(reference, place, side));
        return Optional.of(peak(correlation.transform(TransformType.INVERSE).real));
    }

    /** Whether the peak is no accident. */
    public boolean isClear() {
        return clarity >= CLEAR;
    }

    /** Its length in pixels. */
    public double length() {
        return Math.hypot(x, y);
    }

    /** Top and left of the square. */
    private static int[] mostContrast(Patch image, int side) {
        int[] best = {0, 0};
        double most = -1;
        for (int j = 0; j < POSITIONS; j++)
            for (int i = 0; i < POSITIONS; i++) {
                int top = (image.height() - side) * j / (POSITIONS - 1);
                int left = (image.width() - side) * i / (POSITIONS - 1);
                double variance = variance(image, top, left, side);
                if (variance > most) {
                    most = variance;
                    best = new int[] {top, left};
                }
            }
        return best;
    }

    private static double mean(Patch image, int top, int left, int side) {
        double sum = 0;
        for (int y = top; y < top + side; y++) for (int x = left; x < left + side; x++) sum += image.at(0, y, x);
        return sum / side / side;
    }

    private static double variance(Patch image, int top, int left, int side) {
        double mean = mean(image, top, left, side);
        double sum = 0;
        for (int y = top; y < top + side; y++)
            for (int x = left; x < left + side; x++) {
                double difference = image.at(0, y, x) - mean;
                sum += difference * difference;
            }
        return sum / side / side;
    }

    private static Spectrum spectrum(Patch image, int[] place, int side) {
        double mean = mean(image, place[0], place[1], side);
        double[] window = new double[side]; // Hann
        for (int i = 0; i < side; i++) window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / side);
        Spectrum spectrum = new Spectrum(side);
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                spectrum.real[y][x] = (image.at(0, place[0] + y, place[1] + x) - mean) * window[y] * window[x];
        return spectrum.transform(TransformType.FORWARD);
    }

    /** Makes of the first the phase difference of both, weighted by frequency. */
    private static void whiten(Spectrum image, Spectrum reference) {
        int side = image.side();
        for (int v = 0; v < side; v++)
            for (int u = 0; u < side; u++) {
                double a = image.real[v][u], b = image.imaginary[v][u];
                double c = reference.real[v][u], d = reference.imaginary[v][u];
                double real = a * c + b * d; // image * conj(reference)
                double imaginary = b * c - a * d;
                double size = Math.hypot(real, imaginary);
                double frequency = Math.hypot(signed(u, side), signed(v, side)) / side / PASS;
                double weight = size == 0 ? 0 : Math.exp(-frequency * frequency / 2) / size;
                image.real[v][u] = real * weight;
                image.imaginary[v][u] = imaginary * weight;
            }
    }

    private static int signed(int index, int side) {
        return index < side / 2 ? index : index - side;
    }

    private static Shift peak(double[][] correlation) {
        int side = correlation.length;
        int peakX = 0;
        int peakY = 0;
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                if (correlation[y][x] > correlation[peakY][peakX]) {
                    peakX = x;
                    peakY = y;
                }
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                if (distance(x, peakX, side) > PEAK_RADIUS || distance(y, peakY, side) > PEAK_RADIUS) {
                    sum += correlation[y][x];
                    squares += correlation[y][x] * correlation[y][x];
                    count++;
                }
        double mirrored = correlation[(side - peakY) % side][(side - peakX) % side];
        boolean isBlur = mirrored > SYMMETRIC * correlation[peakY][peakX];
        double mean = sum / count;
        double deviation = Math.sqrt(squares / count - mean * mean);
        double clarity = (correlation[peakY][peakX] - mean) / deviation;
        return isBlur ? new Shift(0, 0, clarity) : new Shift(signed(peakX, side), signed(peakY, side), clarity);
    }

    private static int distance(int a, int b, int side) {
        int straight = Math.abs(a - b);
        return Math.min(straight, side - straight);
    }
}
