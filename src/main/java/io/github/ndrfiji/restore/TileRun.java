package io.github.ndrfiji.restore;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.NonFinite;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Region;
import io.github.ndrfiji.image.TileGrid;
import io.github.ndrfiji.image.ValueRange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One run over an image: reads its tiles, plane by plane and batch by batch, for {@link TileWork} to do something with. The
 * network works on the caller's thread; a second one reads and writes meanwhile, and never at the same time as the caller.
 */
final class TileRun {

    private final TileModel model;
    private final RestoreOptions options;
    private final Planes source;
    private final Progress progress;
    private final TileGrid grid;
    private final Region region;
    private final List<Integer> tiles; // those that touch the region
    private final int together;
    private final MemoryLadder ladder;
    private final long total;
    private long done;

    /** @throws IllegalArgumentException if the options do not fit the source */
    TileRun(TileModel model, RestoreOptions options, Planes source, Progress progress) {
        if (options.rgb() && source.channels() != 3)
            throw new IllegalArgumentException(
                    "Only an image of three channels can be red, green and blue, but this is " + source
                            + "; take its channels one by one.");
        this.model = model;
        this.options = options;
        this.source = source;
        this.progress = progress;
        this.grid = TileGrid.of(source.width(), source.height(), model.tiling());
        this.region = options.region()
                .orElse(Region.rectangle(0, 0, source.width(), source.height()))
                .within(source.width(), source.height());
        this.tiles = grid.touching(region);
        this.together = options.together(source, model);
        this.ladder = new MemoryLadder(model, grid.pixels(), options.batch(), progress);
        this.total = Math.multiplyExact(source.count(), (long) source.channels() / together * tiles.size());
    }

    Planes source() {
        return source;
    }

    /** The tiles of every plane. */
    TileGrid grid() {
        return grid;
    }

    /** The pixels asked for, within the plane. */
    Region region() {
        return region;
    }

    /**
     * Does the work.
     *
     * @param tally what the work writes, for the report
     */
    RestoreReport run(TileWork work, ChangeTally tally) {
        long start = System.nanoTime();
        progress.report(0, total);
        List<ValueRange> ranges = options.range().ranges(source, progress);
        ExecutorService beside = Executors.newSingleThreadExecutor(TileRun::thread);
        try {
            for (long p = 0; p < source.count(); p++)
                for (int c = 0; c < source.channels(); c += together)
                    run(
                            work,
                            new PlanePart(p, c, source.plane(p, c, together), ranges.subList(c, c + together)),
                            beside);
        } finally {
            beside.shutdown();
        }
        return new RestoreReport(
                model.model(),
                ladder.devices(),
                ladder.concessions(),
                model.tiling(),
                total,
                ranges,
                tally.samples(),
                tally.saturated(),
                tally.nonFinite(),
                (System.nanoTime() - start) / 1e9);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "ndr-tiles");
        thread.setDaemon(true);
        return thread;
    }

    private void run(TileWork work, PlanePart part, Executor beside) {
        progress.checkCancelled();
        Optional<TileWork.OfPart<?>> begun = work.begin(part);
        if (begun.isEmpty()) {
            report(tiles.size());
            return;
        }
        run(begun.get(), part, beside);
    }

    /** The network works on some tiles while those before are taken, and those of the same part after are read. */
    private <A> void run(TileWork.OfPart<A> work, PlanePart part, Executor beside) {
        List<Integer> numbers = from(0);
        List<List<Patch>> inputs = read(work, part, numbers);
        Runnable takeBefore = () -> {};
        for (int first = numbers.size(); !numbers.isEmpty(); first += numbers.size()) {
            List<Integer> following = from(first);
            Runnable take = takeBefore;
            CompletableFuture<List<List<Patch>>> next = CompletableFuture.supplyAsync(
                    () -> {
                        take.run();
                        return read(work, part, following);
                    },
                    beside);
            List<A> answers;
            try {
                answers = ladder.answers(work, inputs);
            } finally {
                next.exceptionally(failure -> null).join(); // nothing goes on behind a failure
            }
            inputs = result(next);
            report(numbers.size()); // the network has done them
            List<Integer> answered = numbers;
            takeBefore = () -> work.accept(answered, answers);
            numbers = following;
        }
        takeBefore.run();
        work.end();
    }

    /** The next tiles from this one on, none after the last. */
    private List<Integer> from(int first) {
        return tiles.subList(first, Math.min(first + ladder.batch(), tiles.size()));
    }

    private List<List<Patch>> read(TileWork.OfPart<?> work, PlanePart part, List<Integer> numbers) {
        return numbers.stream().map(tile -> work.inputs(tile, read(part, tile))).toList();
    }

    private static <T> T result(CompletableFuture<T> ended) {
        try {
            return ended.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            if (e.getCause() instanceof Error failure) throw failure;
            throw e;
        }
    }

    private Patch read(PlanePart part, int tile) {
        Patch patch = grid.read(part.samples(), tile, part.ranges());
        NonFinite.fill(patch);
        return patch;
    }

    private void report(int tiles) {
        done += tiles;
        progress.report(done, total);
    }
}
