package io.github.ndrfiji.maps;

import io.github.ndrfiji.image.Quantiles;
import java.util.Arrays;
import java.util.List;

/**
 * One layer over all planes of an image.
 *
 * @param kind what it shows
 * @param degradation the number, from 1 on, of the learned degradation whose share it is; 0 where it is none's
 * @param group which of the image's channels, or groups of channels that go through the network together
 * @param planes for each plane its values, row by row, on the image's grid; NaN where nothing was looked at
 */
public record MapLayer(MapKind kind, int degradation, int group, List<float[]> planes) {

    public MapLayer {
        planes = List.copyOf(planes);
    }

    /** What it shows, in words. */
    public String label() {
        return switch (kind) {
            case AFFINITIES, TOP -> "affinity " + degradation;
            case DOMINANT -> "dominant degradation";
            case ENTROPY -> "entropy (bits)";
            case CHANGE -> "change";
        };
    }

    /** Its largest value, or 0 if there is none above. */
    public float max() {
        float max = 0;
        for (float[] plane : planes) for (float value : plane) if (value > max) max = value;
        return max;
    }

    /**
     * The values at some fractions of all its values in their order.
     *
     * @param fractions from 0 (the smallest) to 1 (the largest)
     * @return a value for each; NaN if there are no numbers
     */
    public float[] quantiles(double... fractions) {
        float[] found = Quantiles.of(
                sink -> {
                    for (float[] plane : planes) for (float value : plane) sink.accept(value);
                },
                fractions);
        if (found.length == fractions.length) return found;
        float[] none = new float[fractions.length];
        Arrays.fill(none, Float.NaN);
        return none;
    }

    /** The same with all values multiplied. */
    public MapLayer times(double factor) {
        return new MapLayer(
                kind,
                degradation,
                group,
                planes.stream().map(plane -> times(plane, factor)).toList());
    }

    private static float[] times(float[] plane, double factor) {
        float[] product = new float[plane.length];
        for (int i = 0; i < plane.length; i++) product[i] = (float) (factor * plane[i]);
        return product;
    }
}
