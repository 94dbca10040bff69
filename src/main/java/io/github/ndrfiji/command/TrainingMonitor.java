package io.github.ndrfiji.command;

import ij.IJ;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.train.Curves;
import io.github.ndrfiji.train.Example;
import io.github.ndrfiji.train.Finding;
import io.github.ndrfiji.train.TrainingView;
import java.awt.GraphicsEnvironment;
import java.util.List;

/**
 * Where a user watches a training, ends it early, or cancels it.
 *
 * <pre>{@code
 * try (TrainingMonitor monitor = TrainingMonitor.open("Training cells")) {
 *     ... = new Training(plan, device).run(checkpoint, monitor, monitor.over(progress));
 *     monitor.ended("Finished: the model 'cells' is among those of Restore....");
 * }
 * }</pre>
 */
interface TrainingMonitor extends TrainingView, AutoCloseable {

    /** Shows nothing and asks for nothing. */
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
        public void ended(String message) {}

        @Override
        public void close() {}
    };

    /** Tells what a check found where users of ImageJ look. */
    static void log(List<Finding> findings) {
        for (Finding finding : findings) IJ.log("NDR Restore, training: " + finding);
    }

    /** A window, or {@link #NONE} where windows cannot be opened. */
    static TrainingMonitor open(String title) {
        return GraphicsEnvironment.isHeadless() ? NONE : TrainingWindow.open(title);
    }

    /** The progress of the training: it is shown here too, and can be cancelled here too. */
    Progress over(Progress progress);

    /** The training came to an end in the way that {@code message} says. */
    void ended(String message);

    /** The training is over, by whatever cause. What was shown stays until the user closes it. */
    @Override
    void close();
}
