package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.model.Checkpoint;
import io.github.ndrfiji.model.FloatArray;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.NamedArrays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Trainings in JVMs of their own that do not live to the end. */
class TrainKillIT {

    private static final int STEPS = 50;
    private static final int CHECKPOINT_EVERY = 6; // a validation saves one
    private static final int KILLS = 5;
    private static final Pattern VALIDATED = Pattern.compile("m: step (\\d+),");
    private static final Pattern DONE = Pattern.compile("m +(\\d+) %");

    @TempDir
    Path folder;

    @BeforeEach
    void makeImages() throws IOException {
        Path clean = Files.createDirectory(folder.resolve("clean"));
        for (int i = 0; i < 12; i++) {
            SplittableRandom random = new SplittableRandom(i);
            byte[] pixels = new byte[32 * 32];
            for (int k = 0; k < pixels.length; k++) pixels[k] = (byte) (7 * (k % 32) + random.nextInt(30));
            ImageFiles.save(new ImagePlus("", new ByteProcessor(32, 32, pixels)), clean.resolve("image-" + i + ".png"));
        }
    }

    private Process start(Path run) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<Object> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-cp",
                System.getProperty("java.class.path"),
                Ndr.class.getName(),
                "train",
                "--clean",
                folder.resolve("clean"),
                "--with",
                "2*noise:10-50",
                "--with",
                "haze:0.6-2",
                "--size",
                "tiny",
                "--channels",
                1,
                "--crop",
                16,
                "--batch",
                2,
                "--degrad-every",
                2,
                "--steps",
                STEPS,
                "--validate-every",
                CHECKPOINT_EVERY,
                "--device",
                "cpu",
                "-o",
                run.resolve("m.ndr"));
        return new ProcessBuilder(command.stream().map(Object::toString).toList())
                .redirectErrorStream(true)
                .redirectOutput(log(run).toFile())
                .start();
    }

    private static Path log(Path run) {
        return run.resolveSibling(run.getFileName() + ".log");
    }

    private static Path checkpoint(Path run) {
        return run.resolve("m.ndr.checkpoint");
    }

    private static void finish(Process process, Path run) throws Exception {
        assertEquals(0, process.waitFor(), Files.readString(log(run)));
    }

    private static long savedSteps(Path run) throws IOException {
        return Files.exists(checkpoint(run))
                ? ModelBundle.read(checkpoint(run)).provenance().steps()
                : 0;
    }

    private static FileTime savedAt(Path run) throws IOException {
        return Files.exists(checkpoint(run)) ? Files.getLastModifiedTime(checkpoint(run)) : FileTime.fromMillis(0);
    }

    private static List<Path> leftovers(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    @Test
    void aRunThatWasKilledAtAnyMomentGoesOnAsIfItHadNotBeen() throws Exception {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        finish(start(whole), whole);
        Path parts = Files.createDirectory(folder.resolve("parts"));
        SplittableRandom random = new SplittableRandom(7);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(parts);
            Thread moment = new Thread(waiting(kill, random.split(), parts, process));
            moment.start();
            moment.join();
            process.destroyForcibly().waitFor();
            assertNothingIsBroken(parts);
        }
        if (!Files.exists(parts.resolve("m.ndr"))) finish(start(parts), parts);

        assertEquals(List.of(), leftovers(parts));
        assertFalse(Files.exists(parts.resolve("m.ndr.checkpoint.lock")));
        assertSame(
                ModelBundle.read(whole.resolve("m.ndr")).weights(),
                ModelBundle.read(parts.resolve("m.ndr")).weights());
        for (String table : List.of("m-losses.csv", "m-validation.csv"))
            assertEquals(Files.readString(whole.resolve(table)), Files.readString(parts.resolve(table)));
        Checkpoint expected = Checkpoint.read(checkpoint(whole));
        Checkpoint actual = Checkpoint.read(checkpoint(parts));
        assertSame(expected.model().weights(), actual.model().weights());
        assertSame(expected.stateArrays(), actual.stateArrays());
    }

    /** Until a moment of the run that differs from kill to kill: while it starts, writes, has just written, or learns. */
    private static Runnable waiting(int kill, SplittableRandom random, Path run, Process process) {
        return () -> {
            try {
                if (kill == KILLS / 2) {
                    process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
                    return;
                }
                FileTime before = savedAt(run);
                while (process.isAlive() && savedAt(run).equals(before)) Thread.sleep(1);
                if (kill % 2 == 0) {
                    while (process.isAlive() && leftovers(run).isEmpty()) Thread.onSpinWait();
                    TimeUnit.MICROSECONDS.sleep(random.nextInt(3000));
                } else {
                    process.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Every file opens, nothing passes for a model that is none, and no more is lost than was learned since a checkpoint. */
    private static void assertNothingIsBroken(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.filter(
                            f -> f.toString().endsWith(".ndr") || f.toString().endsWith(".checkpoint"))
                    .toList()) assertTrue(ModelBundle.read(file).canDegrade(), file.toString());
        }
        List<String> installed = new ModelRegistry(run)
                .list().stream()
                        .filter(model -> model.source() == ModelRegistry.Source.INSTALLED)
                        .map(ModelRegistry.Model::name)
                        .toList();
        assertEquals(Files.exists(run.resolve("m.ndr")) ? List.of("m") : List.of(), installed);
        String told = Files.readString(log(run));
        long saved = savedSteps(run);
        long validated = numbers(VALIDATED, told).max().orElse(0);
        long done =
                numbers(DONE, told).map(percent -> percent * STEPS / 100).max().orElse(0);
        assertTrue(saved >= validated, "validated " + validated + ", saved " + saved + "\n" + told);
        assertTrue(saved >= done - CHECKPOINT_EVERY, "done " + done + ", saved " + saved + "\n" + told);
    }

    private static LongStream numbers(Pattern pattern, String text) {
        return pattern.matcher(text).results().mapToLong(found -> Long.parseLong(found.group(1)));
    }

    private static void assertSame(NamedArrays expected, NamedArrays actual) {
        Map<String, FloatArray> arrays = actual.byName();
        assertEquals(expected.byName().keySet(), arrays.keySet());
        expected.byName()
                .forEach((name, array) ->
                        assertArrayEquals(array.values(), arrays.get(name).values(), name));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // knows no signals
    void aSignalLosesNothing() throws Exception {
        Path run = Files.createDirectory(folder.resolve("run"));
        Process process = start(run);
        while (process.isAlive() && !Files.exists(checkpoint(run))) Thread.sleep(1);
        process.destroy(); // SIGTERM, which is heeded as Ctrl-C is

        assertEquals(128 + 15, process.waitFor(), Files.readString(log(run)));
        String told = Files.readString(log(run));
        Matcher cancelled = Pattern.compile("ndr: Cancelled at step (\\d+) of " + STEPS
                        + "; run the same command again to go on from '.*m.ndr.checkpoint'.")
                .matcher(told);
        assertTrue(cancelled.find(), told);
        assertEquals(Long.parseLong(cancelled.group(1)), savedSteps(run));
        assertEquals(List.of(), leftovers(run));
        assertFalse(Files.exists(run.resolve("m.ndr")));
    }
}
