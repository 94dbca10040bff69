package io.github.ndrfiji.command;

import ij.IJ;
import ij.macro.Interpreter;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.WordWrap;
import io.github.ndrfiji.train.Curves;
import io.github.ndrfiji.train.Example;
import io.github.ndrfiji.train.Finding;
import io.github.ndrfiji.train.TrainingView;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a user watches a training, ends it early, or cancels it.
 *
 * <pre>{@code
 * try (TrainingMonitor monitor = TrainingMonitor.open("Training cells", true)) {
 *     ... = new Training(plan, device).run(checkpoint, monitor, monitor.over(progress));
 *     monitor.finished("The model 'cells' is among those of Restore....", report);
 * }
 * }</pre>
 */
interface TrainingMonitor extends TrainingView, AutoCloseable {

    /** Shows nothing but what stands in ImageJ's Log, and asks for nothing. */
    TrainingMonitor NONE = new TrainingMonitor() {
        @Override
        public void found(List<Finding> findings) {
            log(findings);
        }

        @Override
        public void learned(Curves curves) {}

        @Override
        public void validated(Curves curves, List<Example> examples) {}

        @Override
        public boolean isEnough() {
            return false;
        }

        @Override
        public Progress over(Progress progress) {
            return progress;
        }

        @Override
        public void finished(String message, Path report) {
            log(message, report);
        }

        @Override
        public void close() {}
    };

    /** What a line of ImageJ's Log window shows, in characters, as long as nobody makes it larger. */
    int LOG_WIDTH = 45;

    /**
     * Tells what a check warns of where users of ImageJ look, in lines that they can read there; notes would only cover
     * their windows.
     */
    static void log(List<Finding> findings) {
        for (Finding finding : findings)
            if (finding.severity() != Finding.Severity.NOTE) IJ.log(shown("NDR Restore, training: " + finding));
    }

    private static String shown(String message) {
        return GraphicsEnvironment.isHeadless() ? message : String.join("\n  ", WordWrap.lines(message, LOG_WIDTH));
    }

    /** Tells what a training came to where no window does. */
    static void log(String message, Path report) {
        IJ.log(message + " Its report is " + report);
    }

    /**
     * A window, or {@link #NONE} where windows cannot be opened or a macro wants none.
     *
     * @param stays whether the window stays after the training until the user closes it; else it goes with the training,
     *     so that a macro that trains many models does not leave a window of each
     */
    static TrainingMonitor open(String title, boolean stays) {
        return GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode() ? NONE : TrainingWindow.open(title, stays);
    }

    /** The progress of the training: it is shown here too, and can be cancelled here too. */
    Progress over(Progress progress);

    /**
     * The training reached its end.
     *
     * @param message what it came to
     * @param report a page for a browser
     */
    void finished(String message, Path report);

    /** The training is over, by whatever cause. */
    @Override
    void close();
}
