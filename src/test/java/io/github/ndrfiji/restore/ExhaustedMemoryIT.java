package io.github.ndrfiji.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.benchmark.OwnJvm;
import io.github.ndrfiji.benchmark.ResidentMemory;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that really gets no more memory from the system. */
class ExhaustedMemoryIT {

    private static final int SIDE = 512;
    /** A tile of 512 x 512 pixels takes about 570 MB with this network, one of 256 x 256 about 140 MB. */
    private static final long ROOM = 350_000_000;

    @TempDir
    Path folder;

    /** An image of one tile, which is cut into those that a model of half the context would have had. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void anImageIsRestoredInSmallerTilesWhereThereIsNoRoomForALargerOne() throws IOException, InterruptedException {
        Path picture = folder.resolve("picture");
        String printed = OwnJvm.run("128m", Limited.class, picture.toString());
        assertTrue(
                printed.contains(
                        "The device cpu has too little memory for a tile of 512 x 512 pixels; ATTENTION: the rest"
                                + " is done in tiles of 256 x 256, which changes the result."),
                printed);

        float[] expected = restored(256, 16, 1, Progress.NONE);
        float[] actual = new float[SIDE * SIDE];
        ByteBuffer.wrap(Files.readAllBytes(picture)).asFloatBuffer().get(actual);
        double furthest = 0;
        for (int i = 0; i < expected.length; i++) furthest = Math.max(furthest, Math.abs(expected[i] - actual[i]));
        assertEquals(0, furthest, 1e-5);
    }

    /** Restores with no more memory than {@link #ROOM} beyond what it has at the start, and prints what was logged. */
    static final class Limited {
        public static void main(String[] args) throws IOException, InterruptedException {
            restored(64, 16, 1, Progress.NONE); // loads and starts everything
            long limit = ResidentMemory.addressSpace() + ROOM;
            String process = Long.toString(ProcessHandle.current().pid());
            int exit = new ProcessBuilder("prlimit", "--pid", process, "--as=" + limit)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) throw new IOException("prlimit ended with " + exit);

            float[] picture = restored(SIDE, 32, 2, new Printed());
            ByteBuffer bytes = ByteBuffer.allocate(picture.length * Float.BYTES);
            bytes.asFloatBuffer().put(picture);
            Files.write(Path.of(args[0]), bytes.array());
        }
    }

    private static final class Printed implements Progress {
        @Override
        public void report(long done, long total) {}

        @Override
        public void log(String message) {
            System.out.println(message);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    /** Noise restored by a model of that context. */
    private static float[] restored(int context, int overlap, int batch, Progress progress) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble();
        float[] result = new float[SIDE * SIDE];
        RestoreOptions options = RestoreOptions.defaults()
                .withRange(ValueRangePolicy.given(new ValueRange(0, 1)))
                .withBatch(batch);
        try (NdrModel model =
                NdrModel.open(RandomModel.bundle(NetworkConfig.tiny(1), context, overlap), Device.cpu())) {
            new Restorer(new ModelTiles(model), options)
                    .restoreInto(
                            ArrayImgs.floats(result, SIDE, SIDE),
                            ArrayImgs.floats(values, SIDE, SIDE),
                            Planes.NO_CHANNEL_AXIS,
                            progress);
        }
        return result;
    }
}
