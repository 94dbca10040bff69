package io.github.ndrfiji.train;

import io.github.ndrfiji.degrade.Degradation;
import io.github.ndrfiji.degrade.DegradationKind;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.metrics.GainAndOffset;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Clean images on the scale of values of the degraded ones: each by the gain and the offset that bring it nearest to its
 * degraded image, over the whole plane and all channels. What was fitted is kept, the images are not.
 */
final class FittedImages implements ImageSet {

    private final ImageSet clean;
    private final ImageSet degraded;
    private final int scale;
    private final Map<Integer, GainAndOffset> fits = new HashMap<>();

    /** @param scale sides of a clean image, in sides of its degraded one; larger ones are averaged down for the fit */
    FittedImages(ImageSet clean, ImageSet degraded, int scale) {
        this.clean = clean;
        this.degraded = degraded;
        this.scale = scale;
    }

    @Override
    public String name() {
        return clean.name();
    }

    @Override
    public List<String> names() {
        return clean.names();
    }

    @Override
    public Patch read(int index) throws IOException {
        Patch image = clean.read(index);
        GainAndOffset fit = fits.get(index);
        if (fit == null) {
            Patch seen = degraded.read(index);
            Match.requireSizes(names().get(index), seen, image, scale);
            fit = GainAndOffset.fit(averaged(image), seen);
            fits.put(index, fit);
        }
        return fit.of(image);
    }

    private Patch averaged(Patch image) {
        return scale == 1
                ? image
                : new Degradation(DegradationKind.DOWNSAMPLE, List.of((double) scale))
                        .apply(image, new SplittableRandom(0)); // draws nothing
    }

    @Override
    public String sha256() throws IOException {
        return clean.sha256();
    }
}
