package io.github.ndrfiji.command;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.fingerprint.MeanAffinities;
import io.github.ndrfiji.fingerprint.Measured;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.restore.AffinitySurvey;
import io.github.ndrfiji.restore.ModelTiles;
import io.github.ndrfiji.restore.RestoreOptions;
import io.github.ndrfiji.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A network of random weights that knows two kinds of images, smooth and noisy ones, by the affinities that it gives to
 * such: enough for tests of what is made of them.
 */
public final class KnowingModel {

    private static final Path RANDOM = Path.of("src", "test", "resources", "bundles", "format-1.ndr");
    private static final int SIDE = 48;

    private KnowingModel() {}

    public static ModelBundle bundle() throws IOException {
        ModelBundle random = ModelBundle.read(RANDOM);
        List<Measured> patches = new ArrayList<>();
        try (NdrModel model = NdrModel.open(random, Device.parse("cpu"))) {
            for (int seed = 100; seed < 120; seed++) {
                patches.add(new Measured("clean", "clean", "image " + seed, affinities(model, image(seed, 0.005))));
                patches.add(new Measured("noise", "noise:25", "image " + seed, affinities(model, image(seed, 0.1))));
            }
        }
        ModelInfo info = random.info();
        ModelInfo unit = new ModelInfo(
                "knowing",
                info.description(),
                info.network(),
                "0:1",
                info.tileContext(),
                info.tileOverlap(),
                info.degradations());
        return new ModelBundle(
                unit, random.weights(), random.provenance(), random.card(), Optional.of(Fingerprints.of(patches)));
    }

    private static MeanAffinities affinities(NdrModel model, ImagePlus image) {
        RestoreOptions options =
                RestoreOptions.defaults().withRange(ValueRangePolicy.perChannel(List.of(new ValueRange(0, 1))));
        return new AffinitySurvey(new ModelTiles(model), options)
                .of(ImagePlusPlanes.of(image), ImagePlusPlanes.channelAxis(image), Progress.NONE)
                .get(0)
                .affinities();
    }

    public static ImagePlus smooth() {
        return image(1, 0.005);
    }

    public static ImagePlus noisy() {
        return image(1, 0.1);
    }

    /** Values far above those that the model knows. */
    public static ImagePlus bright() {
        ImagePlus image = image(1, 0.1);
        image.getProcessor().multiply(20);
        return image;
    }

    /** 32-bit, a ramp from 0.3 to 0.7 with Gaussian noise. */
    private static ImagePlus image(int seed, double sigma) {
        Random random = new Random(seed);
        FloatProcessor pixels = new FloatProcessor(SIDE, SIDE);
        for (int i = 0; i < SIDE * SIDE; i++)
            pixels.setf(i, (float) (0.3 + 0.4 * (i % SIDE) / SIDE + sigma * random.nextGaussian()));
        return new ImagePlus("image", pixels);
    }
}
