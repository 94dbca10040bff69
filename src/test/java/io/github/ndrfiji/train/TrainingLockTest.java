package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLockTest {

    @TempDir
    Path folder;

    private Path checkpoint() {
        return folder.resolve("m.checkpoint");
    }

    private Path file() {
        return folder.resolve("m.checkpoint.lock");
    }

    private void assertRefused() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> TrainingLock.of(checkpoint()).close());
        assertTrue(
                refused.getMessage()
                        .startsWith("Another training with the checkpoint '" + checkpoint() + "' is running; wait"),
                refused.getMessage());
    }

    @Test
    void oneTrainingAtATimeAndNoFileAfterIt() throws IOException {
        try (TrainingLock first = TrainingLock.of(checkpoint());
                TrainingLock other = TrainingLock.of(folder.resolve("other"))) {
            assertRefused();
            assertRefused();
            assertTrue(Files.exists(file()));
        }
        assertFalse(Files.exists(file()));
        TrainingLock.of(checkpoint()).close();
    }

    @Test
    void aLockByAnotherCopyOfTheProgramIsHeeded() throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertTrue(channel.lock().isValid());
            assertRefused();
        }
        TrainingLock.of(checkpoint()).close();
    }

    @Test
    void aProgramThatIsKilledLetsGo() throws Exception {
        Process other = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        checkpoint().toString()))
                .redirectErrorStream(true)
                .start();
        try {
            assertEquals('+', other.getInputStream().read(), "it has the lock");
            assertRefused();
            assertRefused();
            assertTrue(other.isAlive());
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(file()), "left by the other");
        TrainingLock.of(checkpoint()).close();
        assertFalse(Files.exists(file()));
    }

    /** Another program, which takes the lock until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (TrainingLock lock = TrainingLock.of(Path.of(args[0]))) {
                System.out.write('+');
                System.out.flush();
                TimeUnit.MINUTES.sleep(5);
            }
        }
    }
}
