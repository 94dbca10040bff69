package io.github.ndrfiji.maps;

import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.TileBlender.RowSink;
import io.github.ndrfiji.restore.AffinitySink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes layers of affinities as their rows come. */
final class LayerWriter implements AffinitySink {

    private final int width;
    private final List<MapLayer> layers = new ArrayList<>();

    /**
     * Empty layers for an image.
     *
     * @param learned number of learned degradations
     * @param top the numbers of those that {@link MapKind#TOP} shows
     */
    LayerWriter(Planes image, int groups, List<MapKind> kinds, int learned, List<Integer> top) {
        this.width = image.width();
        for (int group = 0; group < groups; group++)
            for (MapKind kind : kinds) {
                List<Integer> degradations =
                        switch (kind) {
                            case AFFINITIES ->
                                IntStream.rangeClosed(1, learned).boxed().toList();
                            case TOP -> top;
                            case DOMINANT, ENTROPY, CHANGE -> List.of(0);
                        };
                for (int degradation : degradations) layers.add(new MapLayer(kind, degradation, group, blank(image)));
            }
    }

    private static List<float[]> blank(Planes image) {
        int pixels = Math.multiplyExact(image.width(), image.height());
        return IntStream.range(0, Math.toIntExact(image.count()))
                .mapToObj(plane -> new float[pixels])
                .toList();
    }

    /** The layers, group by group. */
    List<MapLayer> layers() {
        return List.copyOf(layers);
    }

    @Override
    public RowSink begin(long plane, int group) {
        List<MapLayer> ofGroup =
                layers.stream().filter(layer -> layer.group() == group).toList();
        return (y, shares) -> {
            for (MapLayer layer : ofGroup) {
                float[] pixels = layer.planes().get((int) plane);
                for (int x = 0; x < width; x++) pixels[y * width + x] = value(layer, shares, x);
            }
        };
    }

    private static float value(MapLayer layer, float[][] shares, int x) {
        if (!Shares.areKnown(shares, x)) return Float.NaN;
        return switch (layer.kind()) {
            case AFFINITIES, TOP -> shares[layer.degradation() - 1][x];
            case DOMINANT -> Shares.dominant(shares, x) + 1;
            case ENTROPY -> (float) Shares.entropy(shares, x);
            case CHANGE -> 0; // measured when the image is restored
        };
    }
}
