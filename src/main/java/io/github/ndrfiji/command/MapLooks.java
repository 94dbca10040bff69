package io.github.ndrfiji.command;

import ij.ImagePlus;
import ij.process.LUT;
import io.github.ndrfiji.imagej.DegradationColours;
import io.github.ndrfiji.imagej.LayerImage;
import io.github.ndrfiji.imagej.LayerImage.Layer;
import io.github.ndrfiji.imagej.Legend;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.maps.MapKind;
import io.github.ndrfiji.maps.MapLayer;
import io.github.ndrfiji.maps.Maps;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** How the maps of one image look in ImageJ. */
final class MapLooks {

    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private final ImagePlus image;
    private final Maps maps;
    private final double largestShare;

    MapLooks(ImagePlus image, Maps maps) {
        this.image = image;
        this.maps = maps;
        this.largestShare = maps.layers().stream()
                .filter(layer -> isShare(layer.kind()))
                .mapToDouble(MapLayer::max)
                .max()
                .orElse(1);
    }

    private static boolean isShare(MapKind kind) {
        return kind == MapKind.AFFINITIES || kind == MapKind.TOP;
    }

    List<Layer> layers() {
        return maps.layers().stream().map(this::layer).toList();
    }

    /** Of the dominant degradations of each group of channels. */
    List<Layer> dominant() {
        return maps.layers().stream()
                .filter(layer -> layer.kind() == MapKind.DOMINANT)
                .map(this::layer)
                .toList();
    }

    private Layer layer(MapLayer stored) {
        MapLayer layer = stored.kind() == MapKind.CHANGE ? inShownValues(stored) : stored;
        return new Layer(label(layer), channel(layer), lut(layer), layer.planes());
    }

    private String label(MapLayer layer) {
        return isColour() && maps.groups() > 1 ? COLOURS.get(layer.group()) + ": " + layer.label() : layer.label();
    }

    private boolean isColour() {
        return image.getBitDepth() == 24;
    }

    private int channel(MapLayer layer) {
        if (isColour()) return 1;
        return maps.groups() == image.getNChannels() ? layer.group() + 1 : Layer.NO_CHANNEL;
    }

    private LUT lut(MapLayer layer) {
        return switch (layer.kind()) {
            case AFFINITIES, TOP -> LayerImage.gray(0, largestShare);
            case DOMINANT -> DegradationColours.lut();
            case ENTROPY -> LayerImage.gray(0, Math.max(1, Math.log(maps.learned()) / Math.log(2)));
            case CHANGE -> LayerImage.gray(0, layer.max() > 0 ? layer.max() : 1);
        };
    }

    /** Where a calibration function makes ImageJ show other values than are stored, differences have another size too. */
    private MapLayer inShownValues(MapLayer layer) {
        double factor = ShownRange.step(image);
        return factor == 1 ? layer : layer.times(factor);
    }

    /** The sizes of the changes, a line for each layer of them, in the values that ImageJ shows. */
    List<String> changes() {
        return maps.layers().stream()
                .filter(layer -> layer.kind() == MapKind.CHANGE)
                .map(layer -> ofChannel(layer) + label(layer) + ": " + sizes(inShownValues(layer)))
                .toList();
    }

    private String ofChannel(MapLayer layer) {
        return maps.groups() > 1 && !isColour() ? "channel " + (layer.group() + 1) + ", " : "";
    }

    private static String sizes(MapLayer layer) {
        float[] sizes = layer.quantiles(0.5, 0.95, 0.99, 1);
        return "median " + rounded(sizes[0]) + ", 95 % up to " + rounded(sizes[1]) + ", 99 % up to " + rounded(sizes[2])
                + ", largest " + rounded(sizes[3]);
    }

    private static String rounded(float value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Says which colour stands for which of the degradations that dominate somewhere, the most frequent first. */
    ImagePlus legend() {
        List<Legend.Entry> entries = Dominance.of(maps.means()).stream()
                .map(one -> new Legend.Entry(
                        DegradationColours.of(one.number()),
                        "degradation " + one.number() + ": " + one.percent() + " of pixels"))
                .toList();
        return Legend.of("Legend of " + image.getTitle(), "Dominant learned degradation", entries);
    }
}
