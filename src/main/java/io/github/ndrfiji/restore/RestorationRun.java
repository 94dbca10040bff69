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
import java.util.List;

/** One run of a {@link Restorer} over one image. */
final class RestorationRun {

    private final TileNetwork network;
    private final RestoreOptions options;
    private final Planes source;
    private final Planes target;
    private final Progress progress;
    private final TileChanges changes;
    private final TileGrid grid;
    private final TileGrid targetGrid;
    private final Region region;
    private final List<Integer> tiles; // those that may change something
    private final int together; // channels that go through the network at once
    private final long total;
    private long done;
    private long saturated;
    private long nonFinite;

    RestorationRun(TileNetwork network, RestoreOptions options, Planes source, Planes target, Progress progress) {
        this.network = network;
        this.options = options;
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.changes = new TileChanges(network);
        this.grid = TileGrid.of(source.width(), source.height(), network.tiling());
        this.targetGrid = grid.times(network.scale());
        this.region = options.region()
                .orElse(Region.rectangle(0, 0, source.width(), source.height()))
                .within(source.width(), source.height());
        this.tiles = grid.touching(region);
        this.together = source.isColour() || options.rgb() ? network.channels() : 1;
        this.total = Math.multiplyExact(source.count(), (long) source.channels() / together * tiles.size());
    }

    RestoreReport run() {
        long start = System.nanoTime();
        progress.report(0, total);
        List<ValueRange> ranges = options.range().ranges(source, progress);
        for (long p = 0; p < source.count(); p++) {
            for (int c = 0; c < source.channels(); c += together)
                restore(source.plane(p, c, together), target.plane(p, c, together), ranges.subList(c, c + together));
            if (source.isColour())
                writer(source.alpha(p), target.alpha(p), List.of(ValueRange.UNIT))
                        .copy();
        }
        return new RestoreReport(
                network.model(),
                network.device(),
                network.tiling(),
                total,
                ranges,
                target.samples(),
                saturated,
                nonFinite,
                (System.nanoTime() - start) / 1e9);
    }

    private void restore(Plane from, Plane to, List<ValueRange> ranges) {
        progress.checkCancelled();
        ChangeWriter writer = writer(from, to, ranges);
        if (from.isConstant()) {
            writer.copy();
            report(tiles.size());
        } else {
            blend(from, ranges, new TileBlender(targetGrid, together, writer));
        }
        saturated += writer.saturated();
        nonFinite += writer.nonFinite();
    }

    private ChangeWriter writer(Plane from, Plane to, List<ValueRange> ranges) {
        return new ChangeWriter(from, to, ranges, network.scale(), region);
    }

    private void blend(Plane from, List<ValueRange> ranges, TileBlender blender) {
        for (int first = 0; first < tiles.size(); first += options.batch()) {
            progress.checkCancelled();
            List<Integer> batch = tiles.subList(first, Math.min(first + options.batch(), tiles.size()));
            List<Patch> changed = changes.of(
                    batch.stream().map(tile -> read(from, tile, ranges)).toList());
            for (int i = 0; i < batch.size(); i++) {
                blender.skipTo(batch.get(i));
                blender.add(changed.get(i));
            }
            report(batch.size());
        }
        blender.skipTo(grid.count());
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
}
