package io.github.ndrfiji.model;

import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The mean affinities of the images of a batch, from what a network gives. */
public final class PatchAffinities {

    private PatchAffinities() {}

    /**
     * Takes the means over the pixels.
     *
     * @param affinities S of each level, (B, H/2^i, W/2^i, N)
     * @return one for each image
     */
    public static List<MeanAffinities> of(List<Tensor> affinities) {
        List<float[]> means = affinities.stream()
                .map(level -> level.mean(2).mean(1).toFloats()) // (B, N)
                .toList();
        int n = affinities.get(0).size(3);
        return IntStream.range(0, affinities.get(0).size(0))
                .mapToObj(image -> new MeanAffinities(
                        means.stream().map(mean -> row(mean, image, n)).toList()))
                .toList();
    }

    private static List<Double> row(float[] means, int image, int n) {
        List<Double> row = new ArrayList<>(n);
        for (int i = image * n; i < (image + 1) * n; i++) row.add((double) means[i]);
        return row;
    }
}
