package io.github.ndrfiji.tensor;

import java.util.ArrayList;
import java.util.List;

/** Images as Java arrays and as tensors. */
public final class Images {

    private Images() {}

    /**
     * Images of one size as one tensor on the device of the thread's innermost scope.
     *
     * @param images at least one; each channel by channel, row by row
     * @return (B, H, W, channels)
     */
    public static Tensor batch(List<float[]> images, int channels, int height, int width) {
        int size = channels * height * width;
        float[] values = new float[Math.multiplyExact(images.size(), size)];
        for (int i = 0; i < images.size(); i++) System.arraycopy(images.get(i), 0, values, i * size, size);
        return Scope.current()
                .tensor(values, images.size(), channels, height, width)
                .permute(0, 2, 3, 1);
    }

    /** The images of a tensor (B, H, W, channels), each channel by channel, row by row. */
    public static List<float[]> split(Tensor batch) {
        float[] values;
        try (Tensor planar = batch.permute(0, 3, 1, 2)) {
            values = planar.toFloats();
        }
        int size = values.length / batch.size(0);
        List<float[]> images = new ArrayList<>();
        for (int i = 0; i < batch.size(0); i++) {
            float[] image = new float[size];
            System.arraycopy(values, i * size, image, 0, size);
            images.add(image);
        }
        return images;
    }
}
