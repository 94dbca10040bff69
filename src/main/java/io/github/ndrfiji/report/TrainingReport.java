package io.github.ndrfiji.report;

import io.github.ndrfiji.AtomicFile;
import io.github.ndrfiji.train.TrainingResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes what a training came to: a page that any browser shows, with curves, examples, settings and data, and the curves
 * as tables.
 *
 * <pre>{@code
 * Path page = TrainingReport.write(result, Path.of("models/cells.ndr")); // models/cells-report.html
 * }</pre>
 */
public final class TrainingReport {

    private TrainingReport() {}

    /**
     * Writes {@code NAME-report.html}, {@code NAME-losses.csv} and {@code NAME-validation.csv}, and replaces older ones.
     *
     * @param model the file of the model, beside which they are written and after which they are called; it need not be
     *     there, but its folder must
     * @return the page: one file that needs no other, no network and no scripts
     */
    public static Path write(TrainingResult result, Path model) throws IOException {
        String name = model.getFileName().toString().replaceFirst("\\.ndr$", "");
        Path losses = model.resolveSibling(name + "-losses.csv");
        Path validations = model.resolveSibling(name + "-validation.csv");
        Path page = model.resolveSibling(name + "-report.html");
        write(losses, CurveTables.losses(result.curves()).toString());
        write(validations, CurveTables.validations(result.curves()).toString());
        write(page, new ReportPage(result).html(losses, validations));
        return page;
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFile.deleteLeftovers(file);
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
