package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegTest {

    /**
     * ImageIO writes and reads real files, with the same tables and 4:2:0. It rounds to 8 bits on the way (red, green and
     * blue, Y, Cb and Cr, and these again), which moves some coefficients by a step of the table; ours is rounded here at
     * the end. Both must differ by a gray level or so on average, and by much less than what the compression changes.
     */
    @ParameterizedTest
    @CsvSource({"30, 1", "60, 1", "90, 1", "30, 3", "60, 3", "90, 3"})
    void losesWhatAFileLoses(int quality, int channels) throws IOException {
        Patch clean = scene(channels, 75, 101);
        Patch expected = throughAFile(clean, quality);

        Patch coded = clipped(jpeg(clean, quality, 2));

        double difference = difference(expected, coded);
        double loss = difference(expected, clean);
        assertTrue(difference < (channels == 1 ? 0.5 : 1.5), "mean difference of " + difference + " gray levels");
        assertTrue(difference < loss / 3, "mean difference " + difference + ", loss " + loss);
    }

    /** All values of a constant block are in one coefficient, 8 times their difference from 128. */
    @Test
    void aGrayOnTheGridStays() {
        // At quality 50 the table is the standard one: its first entry is 16, so values step by 2.
        Patch onGrid = Patches.constant(1, 16, 24, 90 / 255f);
        for (float value : jpeg(onGrid, 50, 2).values()) assertEquals(90, 255 * value, 1e-3);
        Patch between = Patches.constant(1, 16, 24, 90.8f / 255);
        for (float value : jpeg(between, 50, 2).values()) assertEquals(90, 255 * value, 1e-3);
    }

    /** At quality 100 each of 64 orthonormal coefficients is off by a number even in [-1/2, 1/2]: variance 1/12. */
    @Test
    void atTheBestQualityOnlyRoundingRemains() {
        Patch clean = Patches.constant(1, 256, 256, 0);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < clean.values().length; i++) clean.values()[i] = random.nextFloat();
        float[] error = jpeg(clean, 100, 2).values();
        for (int i = 0; i < error.length; i++) error[i] = 255 * (error[i] - clean.values()[i]);
        assertEquals(1 / 12.0, Patches.variance(error), 4 / 12.0 * Math.sqrt(0.8 / error.length));
    }

    @Test
    void colourIsCoarserWithChroma2() {
        Patch clean = scene(3, 64, 64);
        assertTrue(difference(clean, jpeg(clean, 95, 1)) < 0.7 * difference(clean, jpeg(clean, 95, 2)));
    }

    @Test
    void channelsThatAreNotThreeAreCodedOneByOne() {
        Patch pair = Patch.joined(
                List.of(scene(3, 20, 30).channel(0), scene(3, 20, 30).channel(2)));
        Patch coded = jpeg(pair, 40, 2);
        for (int c = 0; c < 2; c++) assertEquals(jpeg(pair.channel(c), 40, 2), coded.channel(c));
    }

    private static Patch jpeg(Patch clean, int quality, int chroma) {
        return new Jpeg(quality, chroma).apply(clean, new SplittableRandom(1));
    }

    /** Waves, edges and a little noise, in whole gray levels from 20 to 235. */
    private static Patch scene(int channels, int height, int width) {
        SplittableRandom random = new SplittableRandom(8);
        Patch scene = Patch.zeros(channels, height, width);
        for (int c = 0; c < channels; c++)
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) {
                    double wave = Math.sin(0.21 * x + c) * Math.cos(0.13 * y - 2 * c);
                    double disk = Math.hypot(x - 50, y - 40) < 20 + 5 * c ? 50 : 0;
                    double level = 110 + 55 * wave + disk + 6 * random.nextGaussian();
                    scene.values()[(c * height + y) * width + x] =
                            Math.round(Math.min(Math.max(level, 20), 235)) / 255f;
                }
        return scene;
    }

    private static Patch throughAFile(Patch patch, int quality) throws IOException {
        int type = patch.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(patch.width(), patch.height(), type);
        WritableRaster raster = image.getRaster();
        for (int i = 0; i < patch.values().length; i++) {
            int pixel = i % (patch.width() * patch.height());
            raster.setSample(
                    pixel % patch.width(),
                    pixel / patch.width(),
                    i / (patch.width() * patch.height()),
                    Math.round(255 * patch.values()[i]));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
        Patch result = Patch.zeros(patch.channels(), patch.height(), patch.width());
        Raster samples = read.getRaster();
        for (int i = 0; i < result.values().length; i++) {
            int pixel = i % (patch.width() * patch.height());
            int channel = i / (patch.width() * patch.height());
            int x = pixel % patch.width();
            int y = pixel / patch.width();
            int value =
                    patch.channels() == 1 ? samples.getSample(x, y, 0) : read.getRGB(x, y) >> (16 - 8 * channel) & 0xff;
            result.values()[i] = value / 255f;
        }
        return result;
    }

    private static Patch clipped(Patch patch) {
        float[] values = patch.values().clone();
        for (int i = 0; i < values.length; i++)
            values[i] = Math.round(Math.min(Math.max(255 * values[i], 0), 255)) / 255f;
        return new Patch(values, patch.channels(), patch.height(), patch.width());
    }

    private static double difference(Patch a, Patch b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) sum += Math.abs(a.values()[i] - b.values()[i]);
        return 255 * sum / a.values().length;
    }
}
