package io.github.ndrfiji.restore;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.TileGrid;
import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.tensor.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Lets a network work on tiles, and does it in a more modest way whenever the device has too little memory: first with a
 * smaller batch, then on the processor, and last, which changes the result, in smaller tiles. What was done so far is kept,
 * and one step down holds for all that follows.
 */
final class MemoryLadder {

    private final TileModel model;
    private final long pixels;
    private final OptionalInt wanted;
    private final Progress progress;
    private final String firstDevice;
    private final List<String> concessions = new ArrayList<>();
    private int batch;
    private int side; // of the smaller tiles; 0 while tiles are whole

    /**
     * @param pixels of each tile
     * @param batch how many tiles to begin with; if empty, the model says
     */
    MemoryLadder(TileModel model, long pixels, OptionalInt batch, Progress progress) {
        this.model = model;
        this.pixels = pixels;
        this.wanted = batch;
        this.progress = progress;
        this.firstDevice = model.device();
        this.batch = firstBatch();
    }

    private int firstBatch() {
        return wanted.orElseGet(() -> model.batch(pixels));
    }

    /** How many tiles it takes at once now. */
    int batch() {
        return batch;
    }

    /** The device, or both where it changed. */
    String devices() {
        return firstDevice.equals(model.device()) ? firstDevice : firstDevice + ", then " + model.device();
    }

    /** What the user must know, a sentence each. */
    List<String> concessions() {
        return List.copyOf(concessions);
    }

    /**
     * The answers for tiles.
     *
     * @param inputs as for {@link TileWork.OfPart#answers}
     * @throws RuntimeException of the engine, if not even the last step is enough
     */
    <A> List<A> answers(TileWork.OfPart<A> work, List<List<Patch>> inputs) {
        List<A> answers = new ArrayList<>(inputs.size());
        while (answers.size() < inputs.size()) {
            progress.checkCancelled();
            int end = Math.min(answers.size() + batch, inputs.size());
            List<List<Patch>> next = inputs.subList(answers.size(), end);
            try {
                answers.addAll(
                        side == 0
                                ? work.answers(next)
                                : next.stream()
                                        .map(tile -> fromSmaller(work, tile))
                                        .toList());
            } catch (RuntimeException e) {
                if (!Torch.isOutOfMemory(e) || !stepDown(next)) throw e;
            }
        }
        return answers;
    }

    /** The answer for one tile, from smaller ones within it. */
    private <A> A fromSmaller(TileWork.OfPart<A> work, List<Patch> tile) {
        Tiling tiling = model.tiling();
        int overlap = Math.min((int) ((long) tiling.overlap() * side / tiling.context()), side - 1);
        TileGrid grid =
                TileGrid.of(tile.get(0).width(), tile.get(0).height(), new Tiling(side, overlap, tiling.multiple()));
        List<A> answers = IntStream.range(0, grid.count())
                .mapToObj(i -> {
                    progress.checkCancelled();
                    List<Patch> smaller =
                            tile.stream().map(patch -> grid.read(patch, i)).toList();
                    return work.answers(List.of(smaller)).get(0);
                })
                .toList();
        return work.joined(grid, answers);
    }

    /** Whether there is a more modest way to do these tiles. */
    private boolean stepDown(List<List<Patch>> tiles) {
        Patch tile = tiles.get(0).get(0);
        String tooLittle = "The device " + model.device() + " has too little memory for ";
        if (tiles.size() > 1) {
            batch = tiles.size() / 2;
            progress.log(tooLittle + tiles.size() + " tiles at once; " + batch + " at a time from here on.");
            return true;
        }
        String one = tooLittle + "a tile of " + (side == 0 ? tile.width() + " x " + tile.height() : side + " x " + side)
                + " pixels; ";
        if (leavesGpu()) {
            batch = firstBatch(); // as many as this device takes
            concede(one + "the processor does the rest, which takes longer.");
            return true;
        }
        int smaller = (side == 0 ? Math.max(tile.width(), tile.height()) : side) / 2;
        smaller -= smaller % model.tiling().multiple();
        if (smaller == 0) return false;
        side = smaller;
        concede(one + "ATTENTION: the rest is done in tiles of " + side + " x " + side
                + ", which changes the result. Close other programs and do it again for the model's own result.");
        return true;
    }

    private boolean leavesGpu() {
        try {
            return model.toProcessor();
        } catch (RuntimeException e) {
            if (Torch.isOutOfMemory(e)) return false; // the processor has even less
            throw e;
        }
    }

    private void concede(String what) {
        concessions.add(what);
        progress.warn(what);
    }
}
