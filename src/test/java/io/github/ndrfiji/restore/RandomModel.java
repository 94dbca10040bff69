package io.github.ndrfiji.restore;

import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.NamedArrays;
import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A model that has learned nothing. */
public final class RandomModel {

    private RandomModel() {}

    /** The same weights for the same network. */
    public static ModelBundle bundle(NetworkConfig config, int context, int overlap) {
        ModelInfo info = new ModelInfo("random", "Random weights", config, "auto", context, overlap, List.of());
        Provenance provenance = new Provenance(
                TrainingOrder.JOINT,
                1,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of(),
                List.of(),
                new Provenance.Versions("", "", "", ""),
                Map.of());
        try (Ndr ndr = Ndr.random(config, Device.cpu(), new SplittableRandom(1))) {
            NamedArrays weights = NamedArrays.of(ndr.weights(), Ndr.parameterShapes(config));
            return new ModelBundle(info, weights, provenance, "", Optional.empty());
        }
    }
}
