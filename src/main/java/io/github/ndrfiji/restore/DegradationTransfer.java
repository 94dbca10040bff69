package io.github.ndrfiji.restore;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Planes;

/**
 * Degrades images like a reference: what NDR-Restore recognises in a tile of the reference, NDR-Degrad puts onto the tile
 * of the clean image at the same place.
 *
 * <pre>{@code
 * Reference noisy = Reference.of(noisyPlanes, ValueRangePolicy.AUTO, progress);
 * new DegradationTransfer(network).transferInto(target, clean, noisy, RestoreOptions.defaults(), progress);
 * }</pre>
 *
 * <p>Channels go through the networks together or one by one, and the change is blended and added, as a {@link Restorer}
 * does it; but constant planes are degraded as all others. Of a reference of another size the tile is taken where the
 * place lies when the reference is run through again and again; where the reference is smaller than a tile it is continued
 * by its mirror image. Plane p and channel c of the image go with plane p and channel c of the reference, which begin
 * anew where they are fewer.
 *
 * <p>Used by one thread at a time, as its network is.
 */
public final class DegradationTransfer {

    private final TransferNetwork network;
    private final TileChanges changes;

    /** @throws IllegalArgumentException if the model has neither 1 nor 3 channels, or another scale than 1 */
    public DegradationTransfer(TransferNetwork network) {
        this.network = network;
        this.changes = new TileChanges(network);
        if (network.scale() != 1)
            throw new IllegalArgumentException("The model '" + network.model() + "' has the scale " + network.scale()
                    + ", but only models of scale 1 can degrade like a reference; choose another one.");
    }

    /**
     * Degrades an image into one that the caller provides. A cancel leaves that one half-written.
     *
     * @param target another image than {@code clean}, of the same size
     * @param options for the clean image; its region is that of the pixels to be degraded
     * @param progress told the tiles done, of all planes and channels
     * @throws IllegalArgumentException if the target does not fit, or the options do not
     * @throws IllegalStateException if the model holds no NDR-Degrad, or gives values that are not finite
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before every batch
     */
    public RestoreReport transferInto(
            Planes target, Planes clean, Reference reference, RestoreOptions options, Progress progress) {
        TileRun run = new TileRun(network, options, clean, progress);
        ChangeTarget degraded = new ChangeTarget(run, target, 1);
        return run.run(new Transferring(network, changes, run.grid(), reference, degraded), degraded.tally());
    }
}
