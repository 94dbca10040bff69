package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * What JPEG compression loses (ITU-T T.81, baseline, with the quality scale of libjpeg): the cosine transform of each 8 x
 * 8 block is rounded to multiples of the entries of a table. Three channels are red, green and blue, coded as JFIF's Y, Cb
 * and Cr; of any other number each is coded by itself as a gray image. Values are neither rounded to 8 bits nor clipped.
 *
 * @param quality from 1 to 100, scales the tables
 * @param chroma how many times coarser Cb and Cr are: 2 is 4:2:0, 1 is 4:4:4
 */
record Jpeg(int quality, int chroma) implements Effect {

    private static final int SIDE = 8;

    /** What gray values are coded as differences from. */
    private static final double ZERO = 128 / 255.0;

    /** T.81, table K.1. */
    private static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, //
        12, 12, 14, 19, 26, 58, 60, 55, //
        14, 13, 16, 24, 40, 57, 69, 56, //
        14, 17, 22, 29, 51, 87, 80, 62, //
        18, 22, 37, 56, 68, 109, 103, 77, //
        24, 35, 55, 64, 81, 104, 113, 92, //
        49, 64, 78, 87, 103, 121, 120, 101, //
        72, 92, 95, 98, 112, 100, 103, 99
    };

    /** T.81, table K.2. */
    private static final int[] CHROMINANCE = {
        17, 18, 24, 47, 99, 99, 99, 99, //
        18, 21, 26, 66, 99, 99, 99, 99, //
        24, 26, 56, 99, 99, 99, 99, 99, //
        47, 66, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99
    };

    /** The orthonormal cosine transform: {@code COSINES[u * 8 + x]} = c(u) cos((2x + 1) u pi / 16). */
    private static final double[] COSINES = new double[SIDE * SIDE];

    static {
        for (int u = 0; u < SIDE; u++)
            for (int x = 0; x < SIDE; x++)
                COSINES[u * SIDE + x] =
                        Math.sqrt((u == 0 ? 1.0 : 2.0) / SIDE) * Math.cos((2 * x + 1) * u * Math.PI / 16);
    }

    @Override
    public Patch apply(Patch clean, RandomGenerator random) {
        Patch result = Patch.zeros(clean.channels(), clean.height(), clean.width());
        if (clean.channels() == 3) codeColor(clean, result);
        else
            for (int c = 0; c < clean.channels(); c++) {
                float[] gray = coded(clean.channel(c), table(LUMINANCE), ZERO).values();
                System.arraycopy(gray, 0, result.values(), c * gray.length, gray.length);
            }
        return result;
    }

    /** The conversions are those of JFIF 1.02, with Cb and Cr about 0. */
    private void codeColor(Patch clean, Patch result) {
        int area = clean.height() * clean.width();
        float[] rgb = clean.values();
        Patch luma = Patch.zeros(1, clean.height(), clean.width());
        Patch blue = Patch.zeros(1, clean.height(), clean.width());
        Patch red = Patch.zeros(1, clean.height(), clean.width());
        for (int i = 0; i < area; i++) {
            double y = 0.299 * rgb[i] + 0.587 * rgb[area + i] + 0.114 * rgb[2 * area + i];
            luma.values()[i] = (float) y;
            blue.values()[i] = (float) ((rgb[2 * area + i] - y) / 1.772);
            red.values()[i] = (float) ((rgb[i] - y) / 1.402);
        }
        luma = coded(luma, table(LUMINANCE), ZERO);
        blue = enlarged(coded(Resampling.average(blue, chroma), table(CHROMINANCE), 0), clean.height(), clean.width());
        red = enlarged(coded(Resampling.average(red, chroma), table(CHROMINANCE), 0), clean.height(), clean.width());
        for (int i = 0; i < area; i++) {
            double y = luma.values()[i];
            double cb = blue.values()[i];
            double cr = red.values()[i];
            result.values()[i] = (float) (y + 1.402 * cr);
            result.values()[area + i] = (float) (y - (0.114 * 1.772 * cb + 0.299 * 1.402 * cr) / 0.587);
            result.values()[2 * area + i] = (float) (y + 1.772 * cb);
        }
    }

    /** A table for this quality, as {@code jpeg_set_quality} of libjpeg scales it, in units of 1/255. */
    private double[] table(int[] standard) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        double[] table = new double[standard.length];
        for (int i = 0; i < table.length; i++)
            table[i] = Math.min(Math.max((standard[i] * percent + 50) / 100, 1), 255) / 255.0;
        return table;
    }

    /** One channel after coding and decoding, with {@code zero} taken from its values for the time. */
    private static Patch coded(Patch channel, double[] table, double zero) {
        Patch result = Patch.zeros(1, channel.height(), channel.width());
        double[] block = new double[SIDE * SIDE];
        for (int top = 0; top < channel.height(); top += SIDE)
            for (int left = 0; left < channel.width(); left += SIDE) {
                for (int i = 0; i < block.length; i++)
                    block[i] = channel.at(
                                    0,
                                    Math.min(top + i / SIDE, channel.height() - 1),
                                    Math.min(left + i % SIDE, channel.width() - 1))
                            - zero;
                block = transformed(transformed(block, true), true);
                for (int i = 0; i < block.length; i++) block[i] = Math.rint(block[i] / table[i]) * table[i];
                block = transformed(transformed(block, false), false);
                for (int y = top; y < Math.min(top + SIDE, channel.height()); y++)
                    for (int x = left; x < Math.min(left + SIDE, channel.width()); x++)
                        result.values()[y * channel.width() + x] = (float) (block[(y - top) * SIDE + x - left] + zero);
            }
        return result;
    }

    /** Each row transformed, and the block transposed: done twice, that transforms rows and columns. */
    private static double[] transformed(double[] block, boolean forward) {
        double[] result = new double[block.length];
        for (int y = 0; y < SIDE; y++)
            for (int u = 0; u < SIDE; u++) {
                double sum = 0;
                for (int x = 0; x < SIDE; x++)
                    sum += block[y * SIDE + x] * COSINES[forward ? u * SIDE + x : x * SIDE + u];
                result[u * SIDE + y] = sum;
            }
        return result;
    }

    /** Linear between the middles of the coarse pixels, as libjpeg's "fancy upsampling". */
    private Patch enlarged(Patch coarse, int height, int width) {
        if (chroma == 1) return coarse;
        Patch result = Patch.zeros(1, height, width);
        for (int y = 0; y < height; y++) {
            double v = Math.min(Math.max((y + 0.5) / chroma - 0.5, 0), coarse.height() - 1);
            int above = (int) v;
            int below = Math.min(above + 1, coarse.height() - 1);
            for (int x = 0; x < width; x++) {
                double u = Math.min(Math.max((x + 0.5) / chroma - 0.5, 0), coarse.width() - 1);
                int left = (int) u;
                int right = Math.min(left + 1, coarse.width() - 1);
                double upper = coarse.at(0, above, left)
                        + (u - left) * (coarse.at(0, above, right) - coarse.at(0, above, left));
                double lower = coarse.at(0, below, left)
                        + (u - left) * (coarse.at(0, below, right) - coarse.at(0, below, left));
                result.values()[y * width + x] = (float) (upper + (v - above) * (lower - upper));
            }
        }
        return result;
    }
}
