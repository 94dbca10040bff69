package io.github.ndrfiji.image;

import java.util.Arrays;
import java.util.List;

/**
 * A rectangle of an image with all its channels: what the networks take and give.
 *
 * <p>Values are nominally in [0, 1] but may lie outside. The array is not copied: whoever makes a patch of it hands it
 * over. Equality is by content.
 *
 * @param values channel by channel, row by row: {@code values[(c * height + y) * width + x]}
 * @param channels number of channels, at least 1
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Patch(float[] values, int channels, int height, int width) {

    public Patch {
        if (channels < 1 || height < 1 || width < 1 || values.length != (long) channels * height * width)
            throw new IllegalArgumentException("A patch of " + channels + " channels, " + height + " rows and " + width
                    + " columns cannot have " + values.length + " values.");
    }

    /** A patch of zeros. */
    public static Patch zeros(int channels, int height, int width) {
        return new Patch(
                new float[Math.multiplyExact(Math.multiplyExact(channels, height), width)], channels, height, width);
    }

    /**
     * The channels of several patches as those of one.
     *
     * @param patches at least one, all of one size
     */
    public static Patch joined(List<Patch> patches) {
        Patch first = patches.get(0);
        if (patches.size() == 1) return first;
        Patch joined = zeros(patches.stream().mapToInt(Patch::channels).sum(), first.height, first.width);
        int at = 0;
        for (Patch patch : patches) {
            if (patch.height != first.height || patch.width != first.width)
                throw new IllegalArgumentException(
                        "Only channels of one size can be joined, not those of " + first + " and " + patch + ".");
            System.arraycopy(patch.values, 0, joined.values, at, patch.values.length);
            at += patch.values.length;
        }
        return joined;
    }

    /** A copy of a rectangle that lies in it. */
    public Patch part(int x, int y, int width, int height) {
        Patch part = zeros(channels, height, width);
        for (int c = 0; c < channels; c++)
            for (int row = 0; row < height; row++)
                System.arraycopy(
                        values,
                        (c * this.height + y + row) * this.width + x,
                        part.values,
                        (c * height + row) * width,
                        width);
        return part;
    }

    /** Copies a row of every channel into this patch. */
    void setRow(int y, float[][] row) {
        for (int c = 0; c < channels; c++) System.arraycopy(row[c], 0, values, (c * height + y) * width, width);
    }

    /** A copy of one channel. */
    public Patch channel(int channel) {
        int area = height * width;
        return new Patch(Arrays.copyOfRange(values, channel * area, (channel + 1) * area), 1, height, width);
    }

    /** The mean of all channels, as one. */
    public Patch gray() {
        Patch gray = zeros(1, height, width);
        int area = height * width;
        for (int c = 0; c < channels; c++)
            for (int i = 0; i < area; i++) gray.values[i] += values[c * area + i] / channels;
        return gray;
    }

    /**
     * A patch of one channel as one with so many equal channels; itself if it has as many already.
     *
     * @throws IllegalArgumentException if it has several, but not as many
     */
    public Patch repeated(int channels) {
        if (this.channels == channels) return this;
        if (this.channels != 1)
            throw new IllegalArgumentException(
                    "Only one channel can be repeated as " + channels + ", but this is a " + this + ".");
        Patch repeated = zeros(channels, height, width);
        for (int c = 0; c < channels; c++)
            System.arraycopy(values, 0, repeated.values, c * values.length, values.length);
        return repeated;
    }

    /**
     * The same seen with finer pixels, interpolated bilinearly between the centres of these; beyond the outermost centres
     * it stays constant. No value lies outside of those around it, and values that sum to 1 over the channels do so still.
     *
     * @param factor how many times the sides become; 1 gives this patch itself
     */
    public Patch enlarged(int factor) {
        if (factor == 1) return this;
        Patch large = zeros(channels, height * factor, width * factor);
        int at = 0;
        for (int c = 0; c < channels; c++)
            for (int y = 0; y < large.height; y++) {
                float down = Math.min(Math.max((y + 0.5f) / factor - 0.5f, 0), height - 1);
                int top = (int) down;
                int bottom = Math.min(top + 1, height - 1);
                for (int x = 0; x < large.width; x++) {
                    float across = Math.min(Math.max((x + 0.5f) / factor - 0.5f, 0), width - 1);
                    int left = (int) across;
                    int right = Math.min(left + 1, width - 1);
                    float above = mix(at(c, top, left), at(c, top, right), across - left);
                    float below = mix(at(c, bottom, left), at(c, bottom, right), across - left);
                    large.values[at++] = mix(above, below, down - top);
                }
            }
        return large;
    }

    private static float mix(float a, float b, float share) {
        return a + share * (b - a);
    }

    /** The value of one pixel in one channel. */
    public float at(int channel, int y, int x) {
        return values[(channel * height + y) * width + x];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patch p
                && channels == p.channels
                && height == p.height
                && width == p.width
                && Arrays.equals(values, p.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * Arrays.hashCode(values) + channels) + height) + width;
    }

    @Override
    public String toString() {
        return "Patch[" + channels + " x " + height + " x " + width + "]";
    }
}
