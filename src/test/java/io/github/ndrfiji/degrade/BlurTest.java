package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defocus, Gaussian blur and motion blur. */
class BlurTest {

    private static final int SIDE = 81;
    private static final int MIDDLE = SIDE / 2;

    static Stream<Effect> blurs() {
        return Stream.of(
                new Defocus(0), new Defocus(2.6), new Defocus(50), new Blur(0), new Blur(3), new Motion(31, 27));
    }

    @ParameterizedTest
    @MethodSource("blurs")
    void aConstantStays(Effect blur) {
        for (float value : blurred(blur, Patches.constant(2, 20, 33, 0.7f)).values()) assertEquals(0.7f, value, 1e-5f);
    }

    @ParameterizedTest
    @MethodSource("blurs")
    void aPointKeepsItsEnergyAndPlace(Effect blur) {
        Moments point = Moments.of(blurred(blur, point(MIDDLE, MIDDLE)));
        if (!blur.equals(new Defocus(50))) { // larger than the image
            assertEquals(0, point.x, 1e-4);
            assertEquals(0, point.y, 1e-4);
        }
        assertEquals(1, point.sum, 1e-5);
    }

    /** The mirror sends back what would leave the image: by symmetry as much as is lost, along each axis. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 6.3, 20})
    void nothingIsLostAtTheBorders(double size) {
        assertEquals(1, Moments.of(blurred(new Defocus(size), point(0, 3))).sum, 1e-5);
        assertEquals(1, Moments.of(blurred(new Blur(size), point(0, 3))).sum, 1e-5);
        assertEquals(1, Moments.of(blurred(new Motion(size, 90), point(0, 3))).sum, 1e-5);
    }

    /**
     * Even over a disk of area pi r<sup>2</sup>, whose second moment along each axis is r<sup>2</sup> / 4; the rim adds
     * pi / 12 to the area and less than 1/8 to the moment.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 3, 7.3, 20})
    void defocusMakesAPointADisk(double radius) {
        Patch disk = blurred(new Defocus(radius), point(MIDDLE, MIDDLE));
        double area = 1 / disk.at(0, MIDDLE, MIDDLE);
        assertEquals(Math.PI * radius * radius, area, 0.03 * area + Math.PI / 12);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++) {
                double distance = Math.hypot(x - MIDDLE, y - MIDDLE);
                if (distance <= radius - 0.5) assertEquals(1 / area, disk.at(0, y, x), 1e-7);
                if (distance >= radius + 0.5) assertEquals(0, disk.at(0, y, x));
            }
        Moments moments = Moments.of(disk);
        assertEquals(radius * radius / 4, moments.xx, 0.03 * radius * radius / 4 + 0.125);
        assertEquals(moments.xx, moments.yy, 1e-4);
        assertEquals(0, moments.xy, 1e-4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.5, 6})
    void blurHasItsVariance(double sigma) {
        Moments moments = Moments.of(blurred(new Blur(sigma), point(MIDDLE, MIDDLE)));
        assertEquals(sigma * sigma, moments.xx, 0.003 * sigma * sigma);
        assertEquals(sigma * sigma, moments.yy, 0.003 * sigma * sigma);
        assertEquals(0, moments.xy, 1e-5);
    }

    /** A line of length l has the variance l<sup>2</sup> / 12 along it; sharing points among pixels adds at most 1/4. */
    @ParameterizedTest
    @CsvSource({"10, 0", "10, 90", "25, 45", "17.5, 30", "40, 110", "60, 170"})
    void motionMakesAPointALine(double length, double angle) {
        Moments line = Moments.of(blurred(new Motion(length, angle), point(MIDDLE, MIDDLE)));
        double difference = Math.hypot(line.xx - line.yy, 2 * line.xy);
        double along = (line.xx + line.yy + difference) / 2;
        double across = (line.xx + line.yy - difference) / 2;
        assertEquals(length * length / 12, along, 0.25 + 0.001 * length * length);
        assertTrue(across > -1e-5 && across <= 0.25, "variance across the line " + across);
        // Counter-clockwise, with y down.
        double direction = Math.toDegrees(Math.atan2(-2 * line.xy, line.xx - line.yy)) / 2;
        assertEquals(0, Math.IEEEremainder(direction - angle, 180), 0.5);
    }

    @Test
    void noBlurIsTheImageItself() {
        Patch clean = Patches.textured(9, 14);
        assertEquals(clean, blurred(new Defocus(0), clean));
        assertEquals(clean, blurred(new Blur(0), clean));
        assertEquals(clean, blurred(new Motion(0, 30), clean));
    }

    private static Patch blurred(Effect blur, Patch clean) {
        return blur.apply(clean, new SplittableRandom(1));
    }

    private static Patch point(int y, int x) {
        Patch point = Patch.zeros(1, SIDE, SIDE);
        point.values()[y * SIDE + x] = 1;
        return point;
    }

    /** The sum of an image, and the mean and covariance of the places, from the middle, where it is bright. */
    private record Moments(double sum, double x, double y, double xx, double xy, double yy) {

        static Moments of(Patch patch) {
            double[] m = new double[6];
            for (int v = 0; v < SIDE; v++)
                for (int u = 0; u < SIDE; u++) {
                    double value = patch.at(0, v, u);
                    double x = u - MIDDLE;
                    double y = v - MIDDLE;
                    double[] powers = {1, x, y, x * x, x * y, y * y};
                    for (int i = 0; i < m.length; i++) m[i] += value * powers[i];
                }
            double x = m[1] / m[0];
            double y = m[2] / m[0];
            return new Moments(m[0], x, y, m[3] / m[0] - x * x, m[4] / m[0] - x * y, m[5] / m[0] - y * y);
        }
    }
}
