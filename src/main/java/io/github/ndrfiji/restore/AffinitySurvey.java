package io.github.ndrfiji.restore;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.TileGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;

/**
 * Measures the mean affinities of the planes of an image at all levels, by which a model knows what an image suffers from.
 *
 * <pre>{@code
 * List<PlaneAffinities> planes = new AffinitySurvey(network, options).of(stack, Planes.NO_CHANNEL_AXIS, progress);
 * Identification found = new Identifier(fingerprints).identify(planes.get(0).affinities());
 * }</pre>
 *
 * <p>Takes the mean of the tiles' means, since patches are what fingerprints are measured on: pixels in the overlap of
 * tiles, and those that the mirror image adds, count more than once. Where {@linkplain RestoreOptions#region a region} is
 * given, the tiles count that touch it. Holds one batch of tiles.
 *
 * <p>Used by one thread at a time, as its network is.
 */
public final class AffinitySurvey {

    private final AffinityNetwork network;
    private final TileChanges changes;
    private final RestoreOptions options;

    /** @throws IllegalArgumentException if the network has neither 1 nor 3 channels */
    public AffinitySurvey(AffinityNetwork network, RestoreOptions options) {
        this.network = network;
        this.changes = new TileChanges(network);
        this.options = options;
    }

    /**
     * Measures an image.
     *
     * @param channelAxis as for {@link Planes#of}
     * @param progress told the tiles done, of all planes and channels
     * @return for each plane each group of its channels
     * @throws IllegalArgumentException as {@link Restorer#restore}
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before every batch
     */
    public List<PlaneAffinities> of(RandomAccessibleInterval<?> image, int channelAxis, Progress progress) {
        List<PlaneAffinities> planes = new ArrayList<>();
        new TileRun(network, options, Planes.of(image, channelAxis), progress)
                .run(part -> Optional.of(new Means(part, planes)), new ChangeTally());
        return List.copyOf(planes);
    }

    /** Of one part. */
    private final class Means implements TileWork.OfPart<MeanAffinities> {
        private final PlanePart part;
        private final List<PlaneAffinities> target;
        private final List<MeanAffinities> tiles = new ArrayList<>();

        Means(PlanePart part, List<PlaneAffinities> target) {
            this.part = part;
            this.target = target;
        }

        @Override
        public List<MeanAffinities> answers(List<List<Patch>> inputs) {
            return network.meanAffinities(changes.inputs(Joining.nth(0, inputs)));
        }

        @Override
        public MeanAffinities joined(TileGrid grid, List<MeanAffinities> answers) {
            return MeanAffinities.mean(answers);
        }

        @Override
        public void accept(List<Integer> numbers, List<MeanAffinities> answers) {
            tiles.addAll(answers);
        }

        @Override
        public void end() {
            target.add(new PlaneAffinities(
                    part.plane(), part.firstChannel() / part.channels(), MeanAffinities.mean(tiles)));
        }
    }
}
