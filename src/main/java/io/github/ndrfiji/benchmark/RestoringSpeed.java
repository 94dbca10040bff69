package io.github.ndrfiji.benchmark;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.restore.ModelTiles;
import io.github.ndrfiji.restore.RestoreOptions;
import io.github.ndrfiji.restore.RestoreReport;
import io.github.ndrfiji.restore.Restorer;
import io.github.ndrfiji.tensor.Device;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Measures a model on noisy 8-bit images of as many channels as it takes at once. Used by one thread. */
final class RestoringSpeed implements AutoCloseable {

    private static final DegradationChain NOISE = DegradationChain.parse("noise:25");
    private static final int CHANNEL_AXIS = 2;
    private static final int WHITE = 255;

    private final NdrModel model;
    private final int channels;
    private final Restorer restorer;

    /** Puts the model on the device. */
    RestoringSpeed(ModelBundle bundle, Device device) {
        model = NdrModel.open(bundle.forRestoring(), device);
        ModelInfo info = model.info();
        channels = info.network().channels();
        RestoreOptions options = RestoreOptions.defaults()
                .withRange(ValueRangePolicy.parse(info.valueRange()))
                .withRgb(channels > 1);
        restorer = new Restorer(new ModelTiles(model), options);
    }

    /**
     * Restores one tile.
     *
     * @param begun by {@link System#nanoTime}, when the user began to wait
     */
    Measurement start(long begun, Progress progress) {
        int side = model.info().tileContext();
        RestoreReport report = restore(noisy(side), progress);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Measurement(
                report.device(),
                report.model(),
                Work.START,
                size(side),
                Times.of(List.of(seconds)),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    /** Restores an image of that side several times. */
    Measurement measure(int side, int runs, Progress progress) throws IOException {
        Device before = model.device();
        Img<UnsignedByteType> image = noisy(side);
        Runs done = Runs.of(runs, part -> restore(image, part).seconds(), progress);
        return new Measurement(
                before.equals(model.device()) ? before.toString() : before + ", then " + model.device(),
                model.info().name(),
                Work.RESTORE,
                size(side),
                done.times(),
                OptionalDouble.of((double) side * side / 1e6 / done.times().median()),
                before.isGpu() ? OptionalLong.empty() : done.memory());
    }

    private RestoreReport restore(Img<UnsignedByteType> image, Progress progress) {
        return restorer.restore(image, CHANNEL_AXIS, progress).report();
    }

    private Img<UnsignedByteType> noisy(int side) {
        float[] values = NOISE.apply(new Cells(channels, side, 1).read(0), new SplittableRandom(0))
                .values();
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = (byte) Math.round(WHITE * Math.min(1, Math.max(0, values[i])));
        return ArrayImgs.unsignedBytes(pixels, side, side, channels);
    }

    static String size(int side) {
        return side + " x " + side;
    }

    @Override
    public void close() {
        model.close();
    }
}
