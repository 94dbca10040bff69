package io.github.ndrfiji.network;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** {@link Restore} as users run it. */
final class FastRestore implements RestoreForm.Opened {

    private final Ndr ndr;

    FastRestore(NetworkConfig config, Map<String, float[]> weights) {
        ndr = Ndr.of(config, Device.cpu(), weights);
    }

    @Override
    public Patch restore(Patch degraded) {
        try (Scope scope = Scope.on(Device.cpu())) {
            Tensor x =
                    Images.batch(List.of(degraded.values()), degraded.channels(), degraded.height(), degraded.width());
            Tensor y = ndr.restore(x).image();
            return new Patch(Images.split(y).get(0), degraded.channels(), y.size(1), y.size(2));
        }
    }

    @Override
    public void close() {
        ndr.close();
    }
}
