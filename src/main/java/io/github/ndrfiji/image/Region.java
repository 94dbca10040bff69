package io.github.ndrfiji.image;

import java.util.Arrays;

/**
 * Some pixels of a plane: a rectangle, or those of a rectangle that a mask chooses.
 *
 * <pre>{@code
 * Region left = Region.rectangle(0, 0, 100, 200);
 * }</pre>
 *
 * <p>The rectangle may lie partly outside of the plane. Immutable; equality is by content.
 */
public final class Region {

    private final int x;
    private final int y;
    private final int width;
    private final int height;
    private final boolean[] mask; // row by row; null where the rectangle is all there is

    private Region(int x, int y, int width, int height, boolean[] mask) {
        if (width < 1 || height < 1 || (long) x + width > Integer.MAX_VALUE || (long) y + height > Integer.MAX_VALUE)
            throw new IllegalArgumentException("A region of " + width + " x " + height + " pixels at (" + x + ", " + y
                    + ") is none; give a width and a height of at least 1, within the image.");
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
        this.mask = mask;
    }

    /**
     * All pixels of a rectangle.
     *
     * @param x first column
     * @param y first row
     * @param width columns, at least 1
     * @param height rows, at least 1
     */
    public static Region rectangle(int x, int y, int width, int height) {
        return new Region(x, y, width, height, null);
    }

    /**
     * Some pixels of a rectangle.
     *
     * @param mask for each pixel of the rectangle, row by row, whether it belongs to the region; at least one does
     */
    public static Region masked(int x, int y, int width, int height, boolean[] mask) {
        Region region = new Region(x, y, width, height, mask.clone());
        if (mask.length != (long) width * height)
            throw new IllegalArgumentException("The mask of a region of " + width + " x " + height + " pixels has "
                    + mask.length + " values; give one for each pixel.");
        if (!region.hasPixels())
            throw new IllegalArgumentException("The mask of the region chooses no pixel; give one that does.");
        return region;
    }

    /** First column of the rectangle. */
    public int x() {
        return x;
    }

    /** First row of the rectangle. */
    public int y() {
        return y;
    }

    /** Columns of the rectangle. */
    public int width() {
        return width;
    }

    /** Rows of the rectangle. */
    public int height() {
        return height;
    }

    /** Whether a pixel of the plane belongs to the region. */
    public boolean contains(int x, int y) {
        if (x < this.x || y < this.y || x >= this.x + width || y >= this.y + height) return false;
        return mask == null || mask[(y - this.y) * width + x - this.x];
    }

    /**
     * The part of the region that lies in a plane, its rectangle cut to the plane's.
     *
     * @throws IllegalArgumentException if no pixel of it does
     */
    public Region within(int planeWidth, int planeHeight) {
        int left = Math.max(x, 0);
        int top = Math.max(y, 0);
        int right = Math.min(x + width, planeWidth);
        int bottom = Math.min(y + height, planeHeight);
        if (left < right && top < bottom) {
            Region part = new Region(left, top, right - left, bottom - top, cut(left, top, right, bottom));
            if (part.hasPixels()) return part;
        }
        throw new IllegalArgumentException("The region, " + this + ", lies outside of the image of " + planeWidth
                + " x " + planeHeight + " pixels; choose one that overlaps it.");
    }

    private boolean[] cut(int left, int top, int right, int bottom) {
        if (mask == null || (right - left == width && bottom - top == height)) return mask;
        boolean[] part = new boolean[(right - left) * (bottom - top)];
        for (int row = top; row < bottom; row++)
            System.arraycopy(mask, (row - y) * width + left - x, part, (row - top) * (right - left), right - left);
        return part;
    }

    private boolean hasPixels() {
        if (mask == null) return true;
        for (boolean inside : mask) if (inside) return true;
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region r
                && x == r.x
                && y == r.y
                && width == r.width
                && height == r.height
                && Arrays.equals(mask, r.mask);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * (31 * Arrays.hashCode(mask) + x) + y) + width) + height;
    }

    @Override
    public String toString() {
        return width + " x " + height + " pixels at (" + x + ", " + y + ")" + (mask == null ? "" : ", masked");
    }
}
