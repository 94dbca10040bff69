package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.report.Series;
import io.github.ndrfiji.train.Curves;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConsoleCurvesTest {

    private static final List<Curves.Loss> LOSSES =
            List.of(new Curves.Loss(100, 0.12, 0.2, 1e-3), new Curves.Loss(200, 0.03, 0.05, 1e-3));

    private static final List<Curves.Score> SCORES =
            List.of(score(100, 20, true), score(150, 24, true), score(200, 22, false));

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private static Curves.Score score(long step, double psnr, boolean best) {
        return new Curves.Score(step, psnr, 0.875, Map.of("PSNR a", psnr, "PSNR a before", 15.5), best);
    }

    private ConsoleCurves curves(Sparkline sparkline, String... args) throws IOException {
        Shell shell = new Shell();
        new CommandLine(shell).setErr(new PrintWriter(err)).parseArgs(args);
        return new ConsoleCurves(shell.console, "cells", FinishFile.beside(folder.resolve("cells.ndr")), sparkline);
    }

    @Command
    private static final class Shell {
        @Mixin
        private Console console;
    }

    @Test
    void everyValidationTellsTheNumbersAndTheirCourse() throws IOException {
        curves(Sparkline.BLOCKS).validated(new Curves(LOSSES, SCORES), List.of());

        assertEquals(
                """
                cells: step 200, PSNR 22.00 dB (degraded 15.50), SSIM 0.875, losses 0.0300 (NDR-Restore) and 0.0500 (NDR-Degrad)
                cells: PSNR ▁█▅ 20.00 to 22.00 dB, losses █▁ 0.120 to 0.0300 and █▁ 0.200 to 0.0500
                """,
                err.toString());
    }

    @Test
    void theFirstValidationHasNoCourseYet() throws IOException {
        curves(Sparkline.ASCII).validated(new Curves(LOSSES.subList(0, 1), SCORES.subList(0, 1)), List.of());
        assertEquals(
                "cells: step 100, PSNR 20.00 dB (degraded 15.50), best so far, SSIM 0.875, losses 0.120 (NDR-Restore)"
                        + " and 0.200 (NDR-Degrad)\n",
                err.toString());
    }

    @Test
    void withoutNdrDegradThereIsOneLoss() throws IOException {
        List<Curves.Loss> losses = List.of(new Curves.Loss(200, 0.03, Double.NaN, 1e-3));
        curves(Sparkline.ASCII).validated(new Curves(losses, SCORES), List.of());

        assertEquals(
                """
                cells: step 200, PSNR 22.00 dB (degraded 15.50), SSIM 0.875, loss 0.0300 (NDR-Restore)
                cells: PSNR .@+ 20.00 to 22.00 dB, losses . 0.0300 to 0.0300
                """,
                err.toString());
    }

    @Test
    void aResumedRunWithoutLossesIsToldToo() throws IOException {
        curves(Sparkline.ASCII).validated(new Curves(List.of(), SCORES.subList(0, 2)), List.of());
        assertEquals(
                "cells: step 150, PSNR 24.00 dB (degraded 15.50), best so far, SSIM 0.875\n"
                        + "cells: PSNR .@ 20.00 to 24.00 dB\n",
                err.toString());
    }

    @Test
    void quietTellsNothing() throws IOException {
        curves(Sparkline.ASCII, "--quiet").validated(new Curves(LOSSES, SCORES), List.of());
        assertEquals("", err.toString());
    }

    @Test
    void aFileThatIsMadeEndsTheTraining() throws IOException {
        Path file = folder.resolve("cells.ndr.finish");
        ConsoleCurves curves = curves(Sparkline.ASCII);
        assertFalse(curves.isEnough());

        Files.createFile(file);
        assertTrue(curves.isEnough());

        Files.delete(file);
        assertTrue(curves.isEnough());
    }

    @Test
    void aFileForAnEarlierRunIsDeleted() throws IOException {
        Path file = Files.createFile(folder.resolve("cells.ndr.finish"));
        assertFalse(curves(Sparkline.ASCII).isEnough());
        assertFalse(Files.exists(file));
    }

    @Test
    void aLongCurveKeepsItsCourse() {
        double[] values = new double[2400];
        for (int i = 0; i < values.length; i++) values[i] = i;
        assertEquals("▁▁▁▂▂▂▃▃▃▄▄▄▅▅▅▆▆▆▇▇▇███", Sparkline.BLOCKS.of(new Series("", values.clone(), values)));
    }

    @Test
    void blocksNeedACharsetThatHasThem() {
        assertTrue(Sparkline.canShow(StandardCharsets.UTF_8));
        assertFalse(Sparkline.canShow(StandardCharsets.US_ASCII));
        assertFalse(Sparkline.canShow(Charset.forName("windows-1252")));
    }
}
