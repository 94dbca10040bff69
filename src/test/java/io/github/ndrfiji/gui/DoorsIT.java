package io.github.ndrfiji.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.ndrfiji.cli.Ndr;
import io.github.ndrfiji.command.RestoreCommand;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** The same result through every door that needs no screen; {@link MenuIT} goes through those that do. */
class DoorsIT {

    @TempDir
    static Path folder;

    private static ImageJProcess headless;

    @BeforeAll
    static void startImageJ() throws Exception {
        headless = ImageJProcess.headless();
    }

    @AfterAll
    static void stopImageJ() throws Exception {
        if (headless != null) headless.close();
    }

    private static Path store(Sample sample, String door) throws Exception {
        return sample.in(Files.createDirectories(folder.resolve(door)));
    }

    @ParameterizedTest
    @EnumSource
    void aRecordedMacroHeadless(Sample sample) throws Exception {
        Path file = store(sample, "headless");
        Path saved = folder.resolve("headless-" + file.getFileName());

        run("open('" + file + "');" + Recorded.RESTORE + "saveAs('Tiff', '" + saved + "');");

        Images.assertSame(Images.restored(file), saved);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordedMacroHeadlessInBatchMode(Sample sample) throws Exception {
        Path file = store(sample, "headless-batch");
        Path saved = folder.resolve("headless-batch-" + file.getFileName());

        run("setBatchMode(true); open('" + file + "');" + Recorded.RESTORE + "saveAs('Tiff', '" + saved + "');");

        Images.assertSame(Images.restored(file), saved);
    }

    @Test
    void aHeadlessMacroStopsAtAFailure() throws Exception {
        Path file = store(Sample.BYTES, "failure");
        Path reached = folder.resolve("reached");

        run("open('" + file + "');" + Recorded.RESTORE.replace("general", "nonsense") + "File.saveString('', '"
                + reached + "');");

        assertFalse(Files.exists(reached));
    }

    private static void run(String macro) {
        headless.act(() -> IJ.runMacro(macro));
    }

    @ParameterizedTest
    @EnumSource
    void theCommandService(Sample sample) throws Exception {
        Path file = store(sample, "service");
        ImagePlus image = ImageFiles.open(file);
        try (Context context = new Context()) {
            ImagePlus result = (ImagePlus) context.service(CommandService.class)
                    .run(RestoreCommand.class, true, Map.of("image", image, "device", Images.DEVICE))
                    .get()
                    .getOutput("restored");

            assertEquals(sample.restoredTitle(), result.getTitle());
            Images.assertSame(Images.restored(file), result);
        }
    }

    /** All images by one call, as from a shell. */
    @Test
    void theCommandLine() throws Exception {
        for (Sample sample : Sample.values()) store(sample, "in");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ImageJProcess.packaged() + File.pathSeparator + ImageJProcess.needed(),
                        Ndr.class.getName(),
                        "restore",
                        folder.resolve("in").toString(),
                        "-o",
                        out.toString(),
                        "--device",
                        Images.DEVICE,
                        "-q"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), said);

        for (Sample sample : Sample.values()) {
            Path file = store(sample, "in");
            assertTrue(Files.exists(out.resolve(file.getFileName())), said);
            Images.assertSame(Images.restored(file), out.resolve(file.getFileName()));
        }
    }
}
