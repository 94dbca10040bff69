package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.TileGrid;
import io.github.ndrfiji.image.ValueRange;
import java.util.List;

/** Where the sum of an image and the changes of it is written. */
final class ChangeTarget {

    private final TileRun run;
    private final Planes target;
    private final int scale;
    private final TileGrid grid;
    private final ChangeTally tally = new ChangeTally();

    /** @throws IllegalArgumentException if the target does not fit the run's source */
    ChangeTarget(TileRun run, Planes target, int scale) {
        checkFits(target, run.source(), scale);
        this.run = run;
        this.target = target;
        this.scale = scale;
        this.grid = run.grid().times(scale);
    }

    /** What was written so far. */
    ChangeTally tally() {
        return tally;
    }

    /** Writes a part as it is. */
    void copy(PlanePart part) {
        writer(part).copy();
    }

    /** Takes the changes of a part's tiles. */
    TileJoiner begin(PlanePart part) {
        return new TileJoiner(grid, part.channels(), writer(part));
    }

    private ChangeWriter writer(PlanePart part) {
        if (target.isColour() && part.firstChannel() == 0)
            new ChangeWriter(
                            run.source().alpha(part.plane()),
                            target.alpha(part.plane()),
                            List.of(ValueRange.UNIT),
                            scale,
                            run.region(),
                            new ChangeTally())
                    .copy();
        return new ChangeWriter(
                part.samples(),
                target.plane(part.plane(), part.firstChannel(), part.channels()),
                part.ranges(),
                scale,
                run.region(),
                tally);
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
