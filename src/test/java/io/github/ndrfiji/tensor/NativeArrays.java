package io.github.ndrfiji.tensor;

/** Counts native arrays, those that never became a {@link Tensor} included: for finding leaks. */
public final class NativeArrays {

    private NativeArrays() {}

    /** Arrays on the device that are not yet freed. */
    public static int live(Device device) {
        return Torch.manager(device).getManagedArrays().size();
    }
}
