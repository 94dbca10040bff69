package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import java.util.List;

/** Networks on a device that put the degradation of one tile onto another, for a {@link DegradationTransfer}. */
public interface TransferNetwork extends TileModel {

    /**
     * Degrades clean tiles like others. The result for one pair must not depend on the others.
     *
     * @param clean as for {@link TileNetwork#restore}
     * @param degraded for each clean tile one of the same size, whose degradation it gets; in units of its own value range
     * @return a result for each clean tile, in their order and of their size
     * @throws IllegalStateException if the model holds no NDR-Degrad
     */
    List<Patch> transfer(List<Patch> clean, List<Patch> degraded);
}
