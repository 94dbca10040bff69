package io.github.ndrfiji.sampledata;

/** Fluorophores in space, and how a microscope sees them. Lengths in pixels across and in slices along z. */
final class Volume {

    private final int depth;
    private final int height;
    private final int width;
    private final float[] values;

    Volume(int depth, int height, int width) {
        this.depth = depth;
        this.height = height;
        this.width = width;
        this.values = new float[depth * height * width];
    }

    int depth() {
        return depth;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    void add(int x, int y, int z, double amount) {
        values[(z * height + y) * width + x] += (float) amount;
    }

    /** Adds a point between pixels: shares it among the eight around it, as far as they are inside. */
    void addPoint(double x, double y, double z, double amount) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        int z0 = (int) Math.floor(z);
        for (int k = z0; k <= z0 + 1; k++)
            for (int j = y0; j <= y0 + 1; j++)
                for (int i = x0; i <= x0 + 1; i++)
                    if (i >= 0 && i < width && j >= 0 && j < height && k >= 0 && k < depth)
                        add(i, j, k, amount * (1 - Math.abs(x - i)) * (1 - Math.abs(y - j)) * (1 - Math.abs(z - k)));
    }

    /**
     * The image with the focus at slice {@code focus}: each slice blurred by a Gaussian whose sigma is 1 pixel in focus
     * and grows as a beam does, sqrt(1 + (dz / 2)<sup>2</sup>).
     */
    float[] image(double focus) {
        float[] image = new float[height * width];
        for (int z = 0; z < depth; z++) {
            double[] kernel = gaussian(Math.hypot(1, (z - focus) / 2));
            float[] rows = new float[height * width];
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) {
                    int start = (z * height + y) * width;
                    rows[y * width + x] = (float) weighted(values, start, 1, x, width, kernel);
                }
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                    image[y * width + x] += (float) weighted(rows, x, width, y, height, kernel);
        }
        return image;
    }

    /** The weighted sum around one element of a line; beyond its ends the line is mirrored. */
    private static double weighted(float[] line, int start, int step, int position, int length, double[] kernel) {
        int radius = kernel.length / 2;
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            int i = position + k;
            if (i < 0) i = -i - 1;
            if (i >= length) i = 2 * length - 1 - i;
            sum += kernel[k + radius] * line[start + i * step];
        }
        return sum;
    }

    private static double[] gaussian(double sigma) {
        int radius = (int) Math.ceil(3.5 * sigma);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) sum += kernel[k + radius] = Math.exp(-k * k / (2 * sigma * sigma));
        for (int k = 0; k < kernel.length; k++) kernel[k] /= sum;
        return kernel;
    }
}
