package io.github.ndrfiji.train;

import io.github.ndrfiji.tensor.Tensor;

/** How far an image is from the one that is wanted. */
public enum LossKind {
    /** The mean absolute error, as in the paper: sharper images. */
    L1 {
        @Override
        Tensor of(Tensor actual, Tensor wanted) {
            return actual.minus(wanted).abs().mean();
        }
    },

    /** The mean squared error: the mean of all images that are possible, and what PSNR measures. */
    L2 {
        @Override
        Tensor of(Tensor actual, Tensor wanted) {
            Tensor error = actual.minus(wanted);
            return error.times(error).mean();
        }
    };

    /** Two tensors of one shape -> a number. */
    abstract Tensor of(Tensor actual, Tensor wanted);
}
