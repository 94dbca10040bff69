package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.random.RandomGenerator;

/**
 * A square cut out of an image and then turned and mirrored, as one of the eight symmetries of the square.
 *
 * @param x first column
 * @param y first row
 * @param size sides
 * @param transposed whether rows and columns are exchanged
 * @param flippedX whether columns are reversed, after that
 * @param flippedY whether rows are reversed, after that
 */
record Crop(int x, int y, int size, boolean transposed, boolean flippedX, boolean flippedY) {

    /**
     * A crop at random.
     *
     * @param name of the image, for the message
     * @throws IllegalArgumentException if the image is smaller than the crop
     */
    static Crop of(String name, Patch image, int size, RandomGenerator random) {
        if (image.width() < size || image.height() < size)
            throw new IllegalArgumentException("The image '" + name + "' of " + image.width() + " x " + image.height()
                    + " pixels is smaller than the crop of " + size + " x " + size
                    + "; choose a smaller crop or leave the image out.");
        return new Crop(
                random.nextInt(image.width() - size + 1),
                random.nextInt(image.height() - size + 1),
                size,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    /** The same crop of an image that has {@code scale} times the sides. */
    Patch from(Patch image, int scale) {
        int s = size * scale;
        Patch cut = Patch.zeros(image.channels(), s, s);
        int at = 0;
        for (int c = 0; c < image.channels(); c++) {
            for (int j = 0; j < s; j++) {
                for (int i = 0; i < s; i++) {
                    int u = flippedX ? s - 1 - i : i;
                    int v = flippedY ? s - 1 - j : j;
                    cut.values()[at++] = transposed
                            ? image.at(c, y * scale + u, x * scale + v)
                            : image.at(c, y * scale + v, x * scale + u);
                }
            }
        }
        return cut;
    }
}
