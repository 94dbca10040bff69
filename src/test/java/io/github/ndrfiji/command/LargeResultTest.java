package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.benchmark.OwnJvm;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
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
        assertEquals("saved: 4000 x 4000 x 1", restored("112m", 4000, 1));
    }

    /** Together 164 MB, and as much for the result. */
    @Test
    void manyPlanesNeedNoMoreMemoryThanFew() throws IOException, InterruptedException {
        assertEquals("saved: 128 x 128 x 5000", restored("48m", 128, 5000));
    }

    private String restored(String heap, int side, int planes) throws IOException, InterruptedException {
        return OwnJvm.run(
                heap, FromFileToFile.class, folder.toString(), Integer.toString(side), Integer.toString(planes));
    }

    /** Restores a file, looks at every plane of the result, and prints what it was. */
    static final class FromFileToFile {
        public static void main(String[] args) throws IOException {
            Path input = Path.of(args[0], "input.tif");
            Path output = Path.of(args[0], "output.tif");
            int side = Integer.parseInt(args[1]);
            ImageFiles.save(new ImagePlus("input", new Generated(side, Integer.parseInt(args[2]))), input);
            RestoreOptions options =
                    RestoreOptions.defaults().withRange(ValueRangePolicy.given(new ValueRange(0, 1000)));
            try (ImagePlusRestorer restorer = new ImagePlusRestorer(StandIn.adding(0.05f), options, () -> {})) {
                ImageFiles.save(restorer.restore(ImageFiles.open(input), Progress.NONE), output);
            }
            ImagePlus result = ImageFiles.openLazily(output);
            for (int plane = 1; plane <= result.getStackSize(); plane++) {
                ImageProcessor pixels = result.getStack().getProcessor(plane);
                for (int i = 0; i < side; i++) {
                    int expected = Generated.value(plane, i, i) + 50;
                    if (pixels.get(i, i) != expected)
                        throw new IllegalStateException(
                                "Plane " + plane + ", pixel " + i + ": " + pixels.get(i, i) + " and not " + expected);
                }
            }
            System.out.println(
                    "saved: " + result.getWidth() + " x " + result.getHeight() + " x " + result.getStackSize());
        }
    }

    /** Planes that are made when they are asked for. */
    private static final class Generated extends VirtualStack {
        private final int side;
        private final int planes;

        Generated(int side, int planes) {
            super(side, side);
            this.side = side;
            this.planes = planes;
            setBitDepth(16);
        }

        static int value(int plane, int x, int y) {
            return 100 + plane % 50 + (x + 3 * y) % 97;
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            short[] pixels = new short[side * side];
            for (int i = 0; i < pixels.length; i++) pixels[i] = (short) value(n, i % side, i / side);
            return new ShortProcessor(side, side, pixels, null);
        }

        @Override
        public int getSize() {
            return planes;
        }

        @Override
        public int size() {
            return planes;
        }

        @Override
        public String getSliceLabel(int n) {
            return null;
        }
    }
}
