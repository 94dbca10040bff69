package io.github.ndrfiji.model;

import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Torch;
import java.util.Optional;

/**
 * A model on a device, ready to be applied.
 *
 * <pre>{@code
 * try (NdrModel model = NdrModel.open(ModelBundle.read(file), Device.auto())) { ... }
 * }</pre>
 *
 * <p>Owns native memory: close it. To be used by one thread at a time, but for its {@linkplain #networks networks}.
 */
public final class NdrModel implements AutoCloseable {

    private final ModelInfo info;
    private final Optional<Fingerprints> fingerprints;
    private Device device;
    private Ndr networks;

    private NdrModel(ModelInfo info, Optional<Fingerprints> fingerprints, Device device, Ndr networks) {
        this.info = info;
        this.fingerprints = fingerprints;
        this.device = device;
        this.networks = networks;
    }

    /** Puts the weights of a bundle on a device. Starts the engine. */
    public static NdrModel open(ModelBundle bundle, Device device) {
        Ndr networks = Ndr.of(bundle.info().network(), device, bundle.weights().values());
        return new NdrModel(bundle.info(), bundle.fingerprints(), device, networks);
    }

    /** What the model is and how it wants to be applied. */
    public ModelInfo info() {
        return info;
    }

    /** By what affinities it knows the degradations that it was trained on; none if they were not measured. */
    public Optional<Fingerprints> fingerprints() {
        return fingerprints;
    }

    /** Where it lives. */
    public Device device() {
        return device;
    }

    /**
     * Moves the networks to another device, for good. If that fails they stay where they are.
     *
     * @throws RuntimeException of the engine, if that device has too little memory
     */
    public void moveTo(Device target) {
        Ndr moved = Ndr.of(info.network(), target, networks.weights());
        networks.close();
        networks = moved;
        device = target;
    }

    /** The networks; they belong to this model and hold until it {@linkplain #moveTo moves}. */
    public Ndr networks() {
        return networks;
    }

    @Override
    public void close() {
        networks.close();
        Torch.giveBackMemory();
    }
}
