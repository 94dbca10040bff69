package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.report.ExamplePictures;
import io.github.ndrfiji.report.RunCurves;
import io.github.ndrfiji.train.Curves;
import io.github.ndrfiji.train.Example;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TrainingWindowTest {

    private final TrainingRequests requests = new TrainingRequests();
    private final Queue<Runnable> events = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final TrainingWindow window = window(true);

    private TrainingWindow window(boolean stays) {
        return new TrainingWindow(requests, events::add, new Shown(), stays);
    }

    /** Writes down what a window would show. */
    private final class Shown implements TrainingWindow.View {

        @Override
        public void show(RunCurves curves) {
            shown.add("curves of " + curves.losses().get(0).x().length + " losses");
        }

        @Override
        public void show(List<ExamplePictures> examples) {
            shown.add("examples of "
                    + examples.stream().map(ExamplePictures::kind).toList());
        }

        @Override
        public void time(String text) {
            shown.add("time: " + text);
        }

        @Override
        public void status(String text) {
            shown.add("status: " + text);
        }

        @Override
        public void ended(String message, Optional<Path> report) {
            shown.add("ended: " + message + report.map(page -> " " + page).orElse(""));
        }

        @Override
        public void close() {
            shown.add("closed");
        }
    }

    private void letTheWindowWork() {
        while (!events.isEmpty()) events.remove().run();
    }

    private static Curves curves(int losses) {
        List<Curves.Loss> list = new ArrayList<>();
        for (int i = 0; i < losses; i++) list.add(new Curves.Loss(i, 1, 1, 1));
        return new Curves(list, List.of(new Curves.Score(losses, 20, 0.5, Map.of(), true)));
    }

    @Test
    void aBusyWindowIsNotWaitedForAndGetsTheLatest() {
        for (int i = 1; i <= 1000; i++) window.learned(curves(i));
        assertEquals(1, events.size());

        letTheWindowWork();
        assertEquals(List.of("curves of 1000 losses"), shown);

        window.learned(curves(3));
        letTheWindowWork();
        assertEquals(List.of("curves of 1000 losses", "curves of 3 losses"), shown);
    }

    @Test
    void aCurveHasNoMorePointsThanAScreen() {
        window.learned(curves(12_345));
        letTheWindowWork();
        assertEquals(List.of("curves of 1000 losses"), shown);
    }

    @Test
    void validationsShowTheirExamples() {
        Patch patch = Patch.zeros(1, 8, 8);
        window.validated(curves(2), List.of(new Example("noise", patch, patch, patch, Optional.empty())));
        letTheWindowWork();
        assertEquals(List.of("curves of 2 losses", "examples of [noise]"), shown);
    }

    @Test
    void finishingIsNotCancelling() {
        Progress progress = window.over(Progress.NONE);
        assertFalse(window.isEnough());

        requests.finish();

        assertTrue(window.isEnough());
        assertFalse(progress.isCancelled());
        progress.report(1, 2);
        letTheWindowWork();
        assertEquals(List.of(), shown, "no time left in place of what the user asked for");
    }

    @Test
    void cancellingIsSeenByTheTraining() {
        Progress progress = window.over(Progress.NONE);
        requests.cancel();
        assertTrue(progress.isCancelled());
        assertFalse(window.isEnough());

        window.close();
        letTheWindowWork();
        assertEquals(List.of("ended: Cancelled. The same training goes on from its checkpoint."), shown);
    }

    @Test
    void theProgressAroundIsToldAndAsked() {
        List<String> told = new ArrayList<>();
        Progress progress = window.over(new Progress() {
            @Override
            public void report(long done, long total) {
                told.add(done + "/" + total);
            }

            @Override
            public void log(String message) {
                told.add(message);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        });

        progress.report(0, 10_000);
        progress.log("hello");
        letTheWindowWork();

        assertTrue(progress.isCancelled());
        assertTrue(requests.isCancelled());
        assertEquals(List.of("0/10000", "hello"), told);
        assertEquals(List.of("time: Step 0 of 10,000", "status: hello"), shown);
    }

    @Test
    void theEndIsToldOnce() {
        window.finished("Finished.", Path.of("page.html"));
        window.close();
        letTheWindowWork();
        assertEquals(List.of("ended: Finished. page.html"), shown);
    }

    @Test
    void theWindowGoesIfThereIsNothingToTrainOn() {
        window.close();
        letTheWindowWork();
        assertEquals(List.of("ended: Stopped before its end.", "closed"), shown);
    }

    @Test
    void theWindowOfATrainingThatFailedStays() {
        window.learned(curves(2));
        letTheWindowWork();
        shown.clear();

        window.close();
        letTheWindowWork();
        assertEquals(List.of("ended: Stopped before its end."), shown);
    }

    @Test
    void theWindowOfAMacroGoesWithItsTraining() {
        TrainingWindow ofMacro = window(false);
        ofMacro.finished("Finished.", Path.of("page.html"));
        ofMacro.close();
        letTheWindowWork();
        assertEquals(List.of("ended: Finished. page.html", "closed"), shown);
    }

    @Test
    void withoutAScreenThereIsNoWindow() {
        TrainingMonitor monitor = TrainingMonitor.open("Training", true);
        assertSame(TrainingMonitor.NONE, monitor);
        assertSame(Progress.NONE, monitor.over(Progress.NONE));
    }
}
