package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.benchmark.OwnJvm;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.GeneratedStack;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From file to file with less memory than the images would take: what 1 GB of heap is for a plane of 12 000 x 12 000 pixels
 * of 16 bits and for any number of planes, in small.
 */
class LargeResultTest {

    @TempDir
    Path folder;

    /** A plane of 32 MB, which ImageJ holds as a whole, as is its result; in proportion 288 MB would have 1 GB. */
    @Test
    void aLargePlaneNeedsTwiceItsOwnMemory() throws IOException, InterruptedException {
        assertEquals("saved: 4000 x 4000 x 1, channels: 1", restored("112m", 4000, 1, 1));
    }

    @Test
    void channelsStayChannels() throws IOException, InterruptedException {
        assertEquals("saved: 1000 x 1000 x 20, channels: 2", restored("64m", 1000, 20, 2));
    }

    /** Together 82 MB, and as much for the result. */
    @Test
    void manyPlanesNeedNoMoreMemoryThanFew() throws IOException, InterruptedException {
        assertEquals("saved: 128 x 128 x 2500, channels: 1", restored("40m", 128, 2500, 1));
    }

    private String restored(String heap, int side, int planes, int channels) throws IOException, InterruptedException {
        return OwnJvm.run(
                heap,
                FromFileToFile.class,
                folder.toString(),
                Integer.toString(side),
                Integer.toString(planes),
                Integer.toString(channels));
    }

    /** Restores a file, looks at every plane of the result, and prints what it was. */
    static final class FromFileToFile {
        public static void main(String[] args) throws IOException {
            Path input = Path.of(args[0], "input.tif");
            Path output = Path.of(args[0], "output.tif");
            generate(input, Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            restore(input, output);
            ImagePlus result = ImageFiles.openLazily(output);
            for (int plane = 1; plane <= result.getStackSize(); plane++) {
                ImageProcessor pixels = result.getStack().getProcessor(plane);
                for (int i = 0; i < result.getWidth(); i++) require(value(plane, i, i) + 50, pixels.get(i, i), plane);
            }
            System.out.println("saved: " + result.getWidth() + " x " + result.getHeight() + " x "
                    + result.getStackSize() + ", channels: " + result.getNChannels());
        }

        private static void generate(Path file, int side, int planes, int channels) throws IOException {
            ImagePlus image = new ImagePlus("input", new GeneratedStack(side, side, planes, n -> pixels(n, side)));
            image.setDimensions(channels, planes / channels, 1);
            ImageFiles.save(channels > 1 ? new CompositeImage(image, IJ.COMPOSITE) : image, file);
        }

        private static void restore(Path input, Path output) throws IOException {
            RestoreOptions options =
                    RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 1000)));
            try (ImagePlusRestorer restorer = new ImagePlusRestorer(StandIn.adding(0.05f), options, () -> {})) {
                ImagePlus restored = restorer.restore(ImageFiles.open(input), Progress.NONE);
                require(value(1, 3, 3) + 50, restored.getProcessor().get(3, 3), 1);
                if (restored.getDisplayRangeMin() < 100 || restored.getDisplayRangeMax() > 350)
                    throw new IllegalStateException(
                            restored.getDisplayRangeMin() + " to " + restored.getDisplayRangeMax());
                ImageFiles.save(restored, output);
            }
        }

        private static void require(int expected, int actual, int plane) {
            if (actual != expected)
                throw new IllegalStateException("Plane " + plane + ": " + actual + ", not " + expected);
        }
    }

    private static ImageProcessor pixels(int plane, int side) {
        short[] pixels = new short[side * side];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (short) value(plane, i % side, i / side);
        return new ShortProcessor(side, side, pixels, null);
    }

    private static int value(int plane, int x, int y) {
        return 100 + plane % 50 + (x + 3 * y) % 97;
    }
}
