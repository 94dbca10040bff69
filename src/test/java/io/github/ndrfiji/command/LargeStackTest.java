package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Sample;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
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

    /** Sides of 256, brightness growing from plane to plane; counts what is read. */
    private static final class Generated extends VirtualStack {
        private final int contrast;
        private final AtomicInteger reads = new AtomicInteger();

        Generated(int contrast) {
            this.contrast = contrast;
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            reads.incrementAndGet();
            short[] pixels = new short[SIDE * SIDE];
            for (int i = 0; i < pixels.length; i++)
                pixels[i] = (short) (100 + n / 100 + contrast * (i % 16) + i * 31 % 17);
            return new ShortProcessor(SIDE, SIDE, pixels, null);
        }

        @Override
        public Object getPixels(int n) {
            return getProcessor(n).getPixels();
        }

        @Override
        public int getSize() {
            return PLANES;
        }

        @Override
        public int size() {
            return PLANES;
        }

        @Override
        public int getWidth() {
            return SIDE;
        }

        @Override
        public int getHeight() {
            return SIDE;
        }

        @Override
        public int getBitDepth() {
            return 16;
        }

        @Override
        public String getSliceLabel(int n) {
            return null;
        }
    }

    @TempDir
    Path folder;

    @Test
    void fewPlanesAreReadAndFewerAreKept() throws Exception {
        Generated noisy = new Generated(1);
        Generated clean = new Generated(5);
        ImagePlus degraded = new ImagePlus("noisy", noisy);
        ImagePlus wanted = new ImagePlus("clean", clean);
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
        assertTrue(noisy.reads.get() < most, noisy.reads + " planes read");
        assertTrue(clean.reads.get() < most, clean.reads + " planes read");
        assertTrue(inputs.bytes() <= capacity && inputs.bytes() > 0, inputs.bytes() + " bytes kept");
        assertTrue(targets.bytes() <= capacity, targets.bytes() + " bytes kept");
        assertEquals(PLANES, model.provenance().data().get(0).files());
    }

    /** The brightness runs from 100 to 1100 over the planes, and a sample of them sees it all. */
    @Test
    void theRangeIsThatOfAllPlanes() {
        ValueRange range = StackImages.ranges(
                        new ImagePlus("noisy", new Generated(0)), ValueRangePolicy.PERCENTILE, Progress.NONE)
                .get(0);
        assertEquals(100, range.min(), 1000.0 / Sample.MOST + 16);
        assertEquals(1100 + 16, range.max(), 1000.0 / Sample.MOST + 16);
    }

    @Test
    void otherPlanesHaveAnotherDigest() {
        List<ValueRange> range = List.of(new ValueRange(0, 1000));
        String first = new StackImages(new ImagePlus("a", new Generated(1)), range, 1).sha256();
        assertEquals(first, new StackImages(new ImagePlus("b", new Generated(1)), range, 1).sha256());
        assertNotEquals(first, new StackImages(new ImagePlus("a", new Generated(2)), range, 1).sha256());
    }
}
