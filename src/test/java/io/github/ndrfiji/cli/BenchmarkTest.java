package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {

    /** A network of random numbers. */
    private static final Path MODEL = Path.of("src", "test", "resources", "bundles", "format-1.ndr");

    private static final String TIME = "[0-9.,]+ m?s( \\([0-9.,]+ to [0-9.,]+\\))?";
    private static final String MEMORY = "([0-9.,]+ MB|-)";

    @TempDir
    Path folder;

    @Test
    void theTableIsPrintedAndSaved() throws IOException {
        Path table = folder.resolve("speed.md");

        Call call = Call.ndr(
                "benchmark",
                "-q",
                "--model",
                MODEL,
                "--device",
                "cpu",
                "--size",
                "40,72",
                "--runs",
                "2",
                "--train",
                "-o",
                table);

        assertEquals(0, call.code(), call.err());
        assertEquals("", call.err());
        assertEquals(call.out(), Files.readString(table));
        List<String> rows =
                call.out().lines().filter(line -> line.startsWith("| cpu ")).toList();
        List<String> expected = List.of(
                "start to first tile \\| 64 x 64 \\| [0-9.,]+ m?s \\| - \\| -",
                "restore \\| 40 x 40 \\| " + TIME + " \\| [0-9.,]+ MP/s \\| " + MEMORY,
                "restore \\| 72 x 72 \\| " + TIME + " \\| [0-9.,]+ MP/s \\| " + MEMORY,
                "training step \\| 2 patches of 64 x 64 \\| " + TIME + " \\| [0-9.,]+ patches/s \\| " + MEMORY);
        assertEquals(expected.size(), rows.size(), call.out());
        for (int i = 0; i < rows.size(); i++)
            assertTrue(
                    rows.get(i).matches("\\| cpu \\| fp32 \\| format-1 \\| " + expected.get(i) + " \\|"), rows.get(i));
        String machine = call.out().lines().findFirst().orElseThrow();
        assertTrue(machine.contains(", Java " + System.getProperty("java.version") + ", libtorch 2."), machine);
    }

    @Test
    void aTableThatExistsIsReplacedOnlyIfWanted() throws IOException {
        Path table = Files.writeString(folder.resolve("speed.csv"), "mine");
        Object[] args = {"benchmark", "-q", "--model", MODEL, "--size", "16", "--runs", "1", "-o", table, "--overwrite"
        };

        Call refused = Call.ndr(Stream.of(args).limit(args.length - 1).toArray());

        assertEquals(new Call(1, "", "ndr: '" + table + "' exists already; add --overwrite to replace it.\n"), refused);
        assertEquals("mine", Files.readString(table));

        Call call = Call.ndr(args);

        assertEquals(0, call.code(), call.err());
        List<String> lines = Files.readAllLines(table);
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("Device,Precision,Model,Work,Size,Runs,Seconds,"), lines.get(0));
        assertTrue(lines.get(2).contains(",fp32,format-1,restore,16 x 16,1,"), lines.get(2));
    }

    /** Asked before every tile of both images and every training step. */
    @Test
    void anInterruptEndsItWithoutATable() throws IOException {
        Object[] args = {
            "benchmark",
            "-q",
            "--model",
            MODEL,
            "--device",
            "cpu",
            "--size",
            "40",
            "--runs",
            "1",
            "--train",
            "-o",
            folder.resolve("speed.csv")
        };
        CountedInterrupt whole = CountedInterrupt.never();
        assertEquals(0, Call.interruptedBy(whole, args).code());
        Files.delete(folder.resolve("speed.csv"));
        int training = 10; // two runs of five steps

        for (int at : new int[] {1, 2, whole.asked() - training, whole.asked()}) {
            Call call = Call.interruptedBy(CountedInterrupt.at(at), args);

            assertEquals(new Call(130, "", "ndr: Cancelled by the user.\n"), call);
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(List.of(), files.toList());
            }
        }
    }
}
