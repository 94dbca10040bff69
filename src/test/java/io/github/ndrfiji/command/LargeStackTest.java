package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Sample;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.GeneratedStack;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.train.CachedImages;
import io.github.ndrfiji.train.Mixture;
import io.github.ndrfiji.train.Source;
import io.github.ndrfiji.train.TrainSettings;
import io.github.ndrfiji.train.Training;
import io.github.ndrfiji.train.TrainingPlan;
import io.github.ndrfiji.train.TrainingView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on a stack of 13 GB as 16 bits, which exists plane by plane as these are asked for. */
class LargeStackTest {

    private static final int SIDE = 256;
    private static final int PLANES = 100_000;

    /** Brightness growing from plane to plane; counts what is read. */
    private static GeneratedStack planes(int contrast, AtomicInteger reads) {
        return new GeneratedStack(SIDE, SIDE, PLANES, n -> {
            reads.incrementAndGet();
            short[] pixels = new short[SIDE * SIDE];
            for (int i = 0; i < pixels.length; i++)
                pixels[i] = (short) (100 + n / 100 + contrast * (i % 16) + i * 31 % 17);
            return new ShortProcessor(SIDE, SIDE, pixels, null);
        });
    }

    private static ImagePlus image(int contrast) {
        return new ImagePlus("planes", planes(contrast, new AtomicInteger()));
    }

    @TempDir
    Path folder;

    @Test
    void fewPlanesAreReadAndFewerAreKept() throws Exception {
        AtomicInteger noisyReads = new AtomicInteger();
        AtomicInteger cleanReads = new AtomicInteger();
        ImagePlus degraded = new ImagePlus("noisy", planes(1, noisyReads));
        ImagePlus wanted = new ImagePlus("clean", planes(5, cleanReads));
        long capacity = 10 * SIDE * SIDE * Float.BYTES;

        List<ValueRange> ranges = StackImages.ranges(degraded, ValueRangePolicy.PERCENTILE, Progress.NONE);
        CachedImages inputs = new CachedImages(new StackImages(degraded, ranges, 1), capacity);
        CachedImages targets = new CachedImages(new StackImages(wanted, ranges, 1), capacity);
        Mixture mixture = new Mixture(List.of(new Mixture.Part(Source.paired(inputs, targets, 1), 1)));
        NetworkConfig network = NetworkConfig.tiny(1);
        TrainSettings settings =
                TrainSettings.of(network, 3).with(Map.of("order", "JOINT", "batch", "2", "crop", "16"));
        ModelInfo info = new ModelInfo("large", "A test.", network, "percentile", 64, 16, List.of("noisy"));
        TrainingPlan plan = new TrainingPlan(info, settings, mixture, Optional.empty(), 10, "test");
        ModelBundle model = new Training(plan, Device.cpu())
                .run(folder.resolve("checkpoint"), Progress.NONE, TrainingView.NONE)
                .model();

        assertEquals(3, model.provenance().steps());
        // Percentiles read a sample twice; the digest once; the check looks at 16 pairs, validation draws 16, the trial
        // and the training 12 and what is fetched ahead, each after plane 0, which cursors of ImgLib2 visit first.
        int most = 2 * (3 * Sample.MOST + 100);
        assertTrue(noisyReads.get() < most, noisyReads + " planes read");
        assertTrue(cleanReads.get() < most, cleanReads + " planes read");
        assertTrue(inputs.bytes() <= capacity && inputs.bytes() > 0, inputs.bytes() + " bytes kept");
        assertTrue(targets.bytes() <= capacity, targets.bytes() + " bytes kept");
        assertEquals(PLANES, model.provenance().data().get(0).files());
    }

    /** The brightness runs from 100 to 1100 over the planes, and a sample of them sees it all. */
    @Test
    void theRangeIsThatOfAllPlanes() {
        ValueRange range = StackImages.ranges(image(0), ValueRangePolicy.PERCENTILE, Progress.NONE)
                .get(0);
        assertEquals(100, range.min(), 1000.0 / Sample.MOST + 16);
        assertEquals(1100 + 16, range.max(), 1000.0 / Sample.MOST + 16);
    }

    @Test
    void otherPlanesHaveAnotherDigest() {
        List<ValueRange> range = List.of(new ValueRange(0, 1000));
        String first = new StackImages(image(1), range, 1).sha256();
        assertEquals(first, new StackImages(image(1), range, 1).sha256());
        assertNotEquals(first, new StackImages(image(2), range, 1).sha256());
    }
}
