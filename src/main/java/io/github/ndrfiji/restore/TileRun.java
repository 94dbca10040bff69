package io.github.ndrfiji.restore;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.NonFinite;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.TileBlender;
import io.github.ndrfiji.image.TileGrid;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.restore.TileWork.Batch;
import java.util.List;

/**
 * One run over an image: reads its tiles, lets {@link TileWork} make changes of them, and writes the sum of the image and
 * the blended changes.
 */
final class ChangeRun {

    private final TileModel model;
    private final TileWork work;
    private final RestoreOptions options;
    private final Planes source;
    private final Planes target;
    private final Progress progress;
    private final TileGrid grid;
    private final TileGrid targetGrid;
    private final Region region;
    private final List<Integer> tiles; // those that may change something
    private final int together; // channels that go through the network at once
    private final long total;
    private long done;
    private long saturated;
    private long nonFinite;

    /** @throws IllegalArgumentException if the options do not fit the source, or the target does not */
    ChangeRun(TileModel model, TileWork work, RestoreOptions options, Planes source, Planes target, Progress progress) {
        checkFits(target, source, model.scale());
        if (options.rgb() && source.channels() != 3)
            throw new IllegalArgumentException(
                    "Only an image of three channels can be red, green and blue, but this is " + source
                            + "; take its channels one by one.");
        this.model = model;
        this.work = work;
        this.options = options;
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.grid = TileGrid.of(source.width(), source.height(), model.tiling());
        this.targetGrid = grid.times(model.scale());
        this.region = options.region()
                .orElse(Region.rectangle(0, 0, source.width(), source.height()))
                .within(source.width(), source.height());
        this.tiles = grid.touching(region);
        this.together = source.isColour() || options.rgb() ? model.channels() : 1;
        this.total = Math.multiplyExact(source.count(), (long) source.channels() / together * tiles.size());
    }

    RestoreReport run() {
        long start = System.nanoTime();
        progress.report(0, total);
        List<ValueRange> ranges = options.range().ranges(source, progress);
        for (long p = 0; p < source.count(); p++) {
            for (int c = 0; c < source.channels(); c += together) change(p, c, ranges.subList(c, c + together));
            if (source.isColour())
                writer(source.alpha(p), target.alpha(p), List.of(ValueRange.UNIT))
                        .copy();
        }
        return new RestoreReport(
                model.model(),
                model.device(),
                model.tiling(),
                total,
                ranges,
                target.samples(),
                saturated,
                nonFinite,
                (System.nanoTime() - start) / 1e9);
    }

    private void change(long plane, int channel, List<ValueRange> ranges) {
        progress.checkCancelled();
        Plane from = source.plane(plane, channel, together);
        ChangeWriter writer = writer(from, target.plane(plane, channel, together), ranges);
        if (work.leaves(from)) {
            writer.copy();
            report(tiles.size());
        } else {
            TileBlender blender = new TileBlender(targetGrid, together, writer);
            for (int first = 0; first < tiles.size(); first += options.batch()) {
                progress.checkCancelled();
                List<Integer> numbers = tiles.subList(first, Math.min(first + options.batch(), tiles.size()));
                List<Patch> patches =
                        numbers.stream().map(tile -> read(from, tile, ranges)).toList();
                blend(numbers, work.changes(new Batch(plane, channel, numbers, patches)), blender);
                report(numbers.size());
            }
            blender.skipTo(grid.count());
        }
        saturated += writer.saturated();
        nonFinite += writer.nonFinite();
    }

    private ChangeWriter writer(Plane from, Plane to, List<ValueRange> ranges) {
        return new ChangeWriter(from, to, ranges, model.scale(), region);
    }

    private static void blend(List<Integer> numbers, List<Patch> changes, TileBlender blender) {
        for (int i = 0; i < numbers.size(); i++) {
            blender.skipTo(numbers.get(i));
            blender.add(changes.get(i));
        }
    }

    private Patch read(Plane from, int tile, List<ValueRange> ranges) {
        Patch patch = grid.read(from, tile, ranges);
        NonFinite.fill(patch);
        return patch;
    }

    private void report(int tiles) {
        done += tiles;
        progress.report(done, total);
    }

    private static void checkFits(Planes target, Planes source, long scale) {
        if (target.width() != scale * source.width()
                || target.height() != scale * source.height()
                || target.channels() != source.channels()
                || target.count() != source.count()
                || target.isColour() != source.isColour())
            throw new IllegalArgumentException("The target is " + target + ", but " + source + " at scale " + scale
                    + " needs one of " + scale + " times its width and height and otherwise equal.");
    }
}
