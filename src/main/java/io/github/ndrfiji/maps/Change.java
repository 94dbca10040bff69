package io.github.ndrfiji.maps;

import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Planes;

/**
 * How much the stored values of an image were changed by its restoration: the mean over the channels of a group, and over
 * the pixels that one became.
 */
final class Change {

    private final Planes source;
    private final Planes restored;
    private final int scale;
    private final int together;

    /** @param groups of the source's channels */
    Change(Planes source, Planes restored, int groups) {
        this.source = source;
        this.restored = restored;
        this.scale = restored.width() / source.width();
        this.together = source.channels() / groups;
    }

    /** Writes |restored - source| into a layer. */
    void into(MapLayer layer) {
        for (int p = 0; p < layer.planes().size(); p++) {
            float[] pixels = layer.planes().get(p);
            Plane before = source.plane(p, layer.group() * together, together);
            Plane after = restored.plane(p, layer.group() * together, together);
            double[] input = new double[before.width()];
            double[] output = new double[after.width()];
            for (int y = 0; y < before.height(); y++) {
                double[] sum = new double[input.length];
                for (int c = 0; c < together; c++) {
                    before.readRow(c, y, input);
                    for (int row = y * scale; row < (y + 1) * scale; row++) {
                        after.readRow(c, row, output);
                        for (int x = 0; x < output.length; x++)
                            sum[x / scale] += Math.abs(output[x] - input[x / scale]);
                    }
                }
                for (int x = 0; x < sum.length; x++)
                    pixels[y * sum.length + x] = (float) (sum[x] / (together * scale * scale));
            }
        }
    }
}
