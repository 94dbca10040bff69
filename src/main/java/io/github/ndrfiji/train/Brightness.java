package io.github.ndrfiji.train;

/** Whether the two images of a pair have one scale of values. */
public enum Brightness {

    /** They have: the same object has the same value in both, but for the degradation. */
    AS_IS {
        @Override
        ImageSet target(ImageSet clean, ImageSet degraded, int scale) {
            return clean;
        }
    },

    /**
     * They need not, as with another exposure or laser power: the clean image is brought onto the scale of the degraded
     * one, by the gain and the offset with the least squared difference over the whole plane. By which value range the clean images were read then makes
     * no difference.
     */
    FITTED {
        @Override
        ImageSet target(ImageSet clean, ImageSet degraded, int scale) {
            return new FittedImages(clean, degraded, scale);
        }
    };

    /** The clean images as they are learned. */
    abstract ImageSet target(ImageSet clean, ImageSet degraded, int scale);
}
