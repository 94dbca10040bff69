package io.github.ndrfiji.cli;

import io.github.ndrfiji.report.RunCurves;
import io.github.ndrfiji.report.Series;
import io.github.ndrfiji.train.Curves;
import io.github.ndrfiji.train.Example;
import io.github.ndrfiji.train.Finding;
import io.github.ndrfiji.train.TrainingView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells at every validation how a training goes: the newest numbers in a line, the curves so far in another.
 *
 * <pre>
 * cells: step 4000, PSNR 28.31 dB (degraded 20.17), best so far, SSIM 0.871, losses 0.0312 (NDR-Restore) and 0.0455 (NDR-Degrad)
 * cells: PSNR ▁▄▆█ 24.10 to 28.31 dB, losses █▃▂▁ 0.121 to 0.0312 and █▄▂▁ 0.153 to 0.0455
 * </pre>
 *
 * <p>The training ends early when the {@link FinishFile} is made.
 */
final class ConsoleCurves implements TrainingView {

    private final Console console;
    private final String label;
    private final FinishFile finish;
    private final Sparkline sparkline;

    /** @param label what lines begin with */
    ConsoleCurves(Console console, String label, FinishFile finish, Sparkline sparkline) {
        this.console = console;
        this.label = label;
        this.finish = finish;
        this.sparkline = sparkline;
    }

    @Override
    public void found(List<Finding> findings) {
        for (Finding finding : findings) console.say(label + ": " + finding);
    }

    @Override
    public void learned(Curves curves) {} // the progress tells how far it is

    @Override
    public void validated(Curves curves, List<Example> examples) {
        console.say(label + ": " + numbers(curves));
        if (curves.scores().size() > 1) console.say(label + ": " + course(new RunCurves(curves)));
    }

    @Override
    public boolean isEnough() {
        return finish.isThere();
    }

    private static String numbers(Curves curves) {
        Curves.Score score = curves.scores().get(curves.scores().size() - 1);
        StringBuilder line = new StringBuilder("step " + score.step());
        line.append(", ").append(score.inWords()).append(score.best() ? ", best so far" : "");
        line.append(format(", SSIM %.3f", score.ssim()));
        if (!curves.losses().isEmpty()) {
            Curves.Loss loss = curves.losses().get(curves.losses().size() - 1);
            String restore = loss(loss.restore()) + " (NDR-Restore)";
            loss.degradIfAny()
                    .ifPresentOrElse(
                            degrad -> line.append(", losses " + restore + " and " + loss(degrad) + " (NDR-Degrad)"),
                            () -> line.append(", loss " + restore));
        }
        return line.toString();
    }

    private String course(RunCurves curves) {
        Series psnr = curves.psnr();
        List<String> parts = new ArrayList<>();
        if (!psnr.isEmpty())
            parts.add("PSNR " + sparkline.of(psnr) + format(" %.2f to %.2f dB", first(psnr), last(psnr)));
        List<String> losses = curves.losses().stream()
                .filter(loss -> !loss.isEmpty())
                .map(this::course)
                .toList();
        if (!losses.isEmpty()) parts.add("losses " + String.join(" and ", losses));
        return String.join(", ", parts);
    }

    private String course(Series loss) {
        return sparkline.of(loss) + " " + loss(first(loss)) + " to " + loss(last(loss));
    }

    private static double first(Series series) {
        return series.y()[0];
    }

    private static double last(Series series) {
        return series.y()[series.y().length - 1];
    }

    /** With three significant digits. */
    private static String loss(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
