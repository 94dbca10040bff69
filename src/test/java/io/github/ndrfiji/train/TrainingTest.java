package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.fingerprint.Fingerprint;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.model.FloatArray;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {

    private static Path endedCheckpoint;
    private static TrainingResult ended;

    @TempDir
    Path folder;

    /** One whole run of {@code plan(ALTERNATING, 3)} for all tests that compare with it or go on from it. */
    @BeforeAll
    static void train(@TempDir Path shared) throws IOException {
        endedCheckpoint = shared.resolve("ended");
        ended = new Training(plan(TrainingOrder.ALTERNATING, 3), Device.cpu())
                .run(endedCheckpoint, Progress.NONE, TrainingView.NONE);
    }

    private static TrainingPlan plan(TrainingOrder order, long seed) {
        NetworkConfig network = NetworkConfig.tiny(1);
        Scenes scenes = new Scenes("scenes", 20, 1, 32);
        Mixture mixture = new Mixture(List.of(
                new Mixture.Part(Source.synthetic(scenes, DegradationRange.parse("noise:10-50"), 1, 0), 2),
                new Mixture.Part(Source.synthetic(scenes, DegradationRange.parse("haze:0.6-2"), 1, 0), 1)));
        ModelInfo info =
                new ModelInfo("scenes", "For tests.", network, "auto", 32, 8, List.of("noise:10-50", "haze:0.6-2"));
        TrainSettings settings = TrainSettings.of(network, 12)
                .with(Map.of(
                        "order",
                        order.name(),
                        "warm-up",
                        "2",
                        "batch",
                        "2",
                        "crop",
                        "16",
                        "decay",
                        "1e-4",
                        "clip",
                        "1",
                        "degrad-every",
                        "2",
                        "validate-every",
                        "4"))
                .with(Map.of("seed", Long.toString(seed)));
        return new TrainingPlan(info, settings, mixture, Optional.empty(), 5, "test");
    }

    private ModelBundle train(TrainingPlan plan, String checkpoint, Progress progress) throws IOException {
        return result(plan, checkpoint, progress, TrainingView.NONE).model();
    }

    private TrainingResult result(TrainingPlan plan, String checkpoint, Progress progress, TrainingView view)
            throws IOException {
        return new Training(plan, Device.cpu()).run(folder.resolve(checkpoint), progress, view);
    }

    /** The checkpoint of the run that has ended, under this name. */
    private void copyEnded(String checkpoint) throws IOException {
        Files.copy(endedCheckpoint, folder.resolve(checkpoint));
    }

    private static TrainingPlan changed(TrainingPlan plan, Map<String, String> settings) {
        return new TrainingPlan(
                plan.info(), plan.settings().with(settings), plan.mixture(), plan.start(), plan.holdOut(), "test");
    }

    private static void assertSameWeights(ModelBundle expected, ModelBundle actual) {
        Map<String, FloatArray> weights = actual.weights().byName();
        expected.weights()
                .byName()
                .forEach((name, array) ->
                        assertArrayEquals(array.values(), weights.get(name).values(), name));
    }

    @Test
    void theSeedFixesTheWeightsBitForBit() throws IOException {
        assertSameWeights(ended.model(), train(plan(TrainingOrder.ALTERNATING, 3), "a", Progress.NONE));
        ModelBundle other = train(plan(TrainingOrder.ALTERNATING, 4), "b", Progress.NONE);
        assertFalse(
                ended.model().weights().get("dictionary").equals(other.weights().get("dictionary")));
    }

    @ParameterizedTest
    @EnumSource(TrainingOrder.class)
    void aRunThatWasCancelledAndResumedEqualsOneThatWasNot(TrainingOrder order) throws IOException {
        ModelBundle whole =
                order == TrainingOrder.ALTERNATING ? ended.model() : train(plan(order, 3), "whole", Progress.NONE);
        long live = Scope.liveTensors();
        CancellationException cancelled =
                assertThrows(CancellationException.class, () -> train(plan(order, 3), "parts", new CancelAfter(5)));
        assertTrue(cancelled.getMessage().contains("step 5 of 12"), cancelled.getMessage());
        assertEquals(live, Scope.liveTensors());
        assertSameWeights(whole, train(plan(order, 3), "parts", Progress.NONE));
    }

    /** While it draws the pairs of the validation, looks at the images, and makes trial steps. */
    @ParameterizedTest
    @ValueSource(ints = {1, 32, 34, 53})
    void aRunCanBeCancelledBeforeItsFirstStep(int question) throws IOException {
        long live = Scope.liveTensors();
        CancelAtQuestion cancel = new CancelAtQuestion(question, 0);
        CancellationException cancelled = assertThrows(
                CancellationException.class, () -> train(plan(TrainingOrder.ALTERNATING, 3), "parts", cancel));
        assertEquals("Cancelled by the user.", cancelled.getMessage());
        assertEquals(question, cancel.asked);
        assertEquals(0, cancel.done);
        assertEquals(live, Scope.liveTensors());
        assertFalse(Files.exists(folder.resolve("parts")));
    }

    /**
     * Before each of its 12 steps a run asks once whether it is cancelled (here asked after the first), and so before each
     * of the 2 * 16 pairs of the validations after the steps 4, 8 and 12, and of the last one of the best weights.
     */
    @ParameterizedTest
    @CsvSource({"4, 4", "71, 8", "78, 12", "139, 12"})
    void aRunThatWasCancelledWithinAValidationEqualsOneThatWasNot(int question, int step) throws IOException {
        TrainingPlan plan = plan(TrainingOrder.ALTERNATING, 3);
        long live = Scope.liveTensors();
        CancelAtQuestion cancel = new CancelAtQuestion(question, 1);
        CancellationException cancelled = assertThrows(CancellationException.class, () -> train(plan, "parts", cancel));
        assertTrue(cancelled.getMessage().contains("step " + step + " of 12"), cancelled.getMessage());
        assertEquals(question, cancel.asked, "it stops before the next pair");
        assertEquals(live, Scope.liveTensors());
        assertEquals(
                step, ModelBundle.read(folder.resolve("parts")).provenance().steps());
        TrainingResult resumed = result(plan, "parts", Progress.NONE, TrainingView.NONE);
        assertSameWeights(ended.model(), resumed.model());
        assertEquals(ended.curves(), resumed.curves());
        assertEquals(
                ended.model().provenance().metrics(),
                resumed.model().provenance().metrics());
    }

    @Test
    void aCheckpointOpensAsAModel() throws IOException {
        assertThrows(
                CancellationException.class,
                () -> train(plan(TrainingOrder.ALTERNATING, 3), "parts", new CancelAfter(5)));
        ModelBundle model = ModelBundle.read(folder.resolve("parts"));
        assertEquals(5, model.provenance().steps());
        assertTrue(model.canDegrade());
    }

    @Test
    void aModelCanBeTrainedOn() throws IOException {
        ModelBundle first = ended.model();
        TrainingPlan more = plan(TrainingOrder.ALTERNATING, 4);
        more = new TrainingPlan(more.info(), more.settings(), more.mixture(), Optional.of(first), 5, "test");
        ModelBundle second = train(more, "b", Progress.NONE);
        // 12 Adam steps of a rate up to 1e-3 cannot move a weight further than 12e-3 by much.
        float[] before = first.weights().get("restore.embed.weight").values();
        float[] after = second.weights().get("restore.embed.weight").values();
        for (int i = 0; i < before.length; i++) assertEquals(before[i], after[i], 0.02);
        String origin = second.provenance().settings().get("started from");
        assertTrue(
                origin.matches("scenes after 12 steps, finished \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), origin);
        TrainingPlan plan = plan(TrainingOrder.ALTERNATING, 4);
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingPlan(
                        plan.info(), plan.settings(), plan.mixture(), Optional.of(first.forRestoring()), 5, "test"));
    }

    @Test
    void aCheckpointOfOtherSettingsIsRefused() throws IOException {
        copyEnded("a");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> train(plan(TrainingOrder.ALTERNATING, 4), "a", Progress.NONE));
        assertTrue(
                refused.getMessage().contains("with other settings or data: seed (then 3, now 4); go on"),
                refused.getMessage());
    }

    private String refusal(TrainingPlan plan) {
        return assertThrows(IllegalArgumentException.class, () -> train(plan, "a", Progress.NONE))
                .getMessage();
    }

    @Test
    void aRefusalNamesWhatDiffers() throws IOException {
        TrainingPlan plan = plan(TrainingOrder.ALTERNATING, 3);
        copyEnded("a");
        String settings = refusal(changed(plan, Map.of("rate", "0.002", "patience", "5")));
        assertTrue(settings.contains(": rate (then 0.001, now 0.002), patience (then 0, now 5);"), settings);

        TrainingPlan begun =
                new TrainingPlan(plan.info(), plan.settings(), plan.mixture(), Optional.of(ended.model()), 5, "test");
        assertTrue(refusal(begun).contains(": started from (then none, now scenes after 12 steps"), refusal(begun));

        TrainingPlan heldOut =
                new TrainingPlan(plan.info(), plan.settings(), plan.mixture(), Optional.empty(), 4, "test");
        assertTrue(refusal(heldOut).contains("held out (then one image of 5"), refusal(heldOut));

        Source haze = plan.mixture().parts().get(1).source();
        String source = refusal(of(plan, new Mixture(List.of(new Mixture.Part(haze, 1)))));
        assertTrue(source.contains("source noise:10-50 (then weight 2.0, now none)"), source);
    }

    @Test
    void aRefusalNamesImagesThatHaveChanged() throws IOException {
        TrainingPlan plan = plan(TrainingOrder.ALTERNATING, 3);
        copyEnded("a");
        String more = refusal(of(plan, ofImages(new Scenes("scenes", 21, 1, 32), plan)));
        assertTrue(more.endsWith(
                "data: the images of 'scenes' (then 20, now 21); go on with the same ones, delete that file, or choose"
                        + " another name."));
        String others = refusal(of(plan, ofImages(new Scenes("scenes", 20, 1, 40), plan)));
        assertTrue(others.contains(": the images of 'scenes' (changed);"), others);
        ImageSet renamed = new ImageSet() {
            private final ImageSet scenes = new Scenes("scenes", 20, 1, 32);

            @Override
            public String name() {
                return scenes.name();
            }

            @Override
            public List<String> names() {
                return scenes.names().stream().map(name -> "new-" + name).toList();
            }

            @Override
            public Patch read(int index) throws IOException {
                return scenes.read(index);
            }

            @Override
            public String sha256() throws IOException {
                return scenes.sha256();
            }
        };
        String names = refusal(of(plan, ofImages(renamed, plan)));
        assertTrue(names.contains(": the names of the images;"), names);
    }

    /** The same degradations of other images. */
    private static Mixture ofImages(ImageSet images, TrainingPlan plan) {
        return new Mixture(plan.mixture().parts().stream()
                .map(part -> new Mixture.Part(
                        Source.synthetic(images, ((Source.Synthetic) part.source()).degradation(), 1, 0),
                        part.weight()))
                .toList());
    }

    private static TrainingPlan of(TrainingPlan plan, Mixture mixture) {
        return new TrainingPlan(plan.info(), plan.settings(), mixture, Optional.empty(), plan.holdOut(), "test");
    }

    @Test
    void aRunThatHasEndedGivesItsResultAgain() throws IOException {
        TrainingPlan plan = changed(plan(TrainingOrder.ALTERNATING, 3), Map.of("steps", "10")); // validated at 4, 8, 10
        TrainingResult first = result(plan, "a", Progress.NONE, TrainingView.NONE);
        byte[] checkpoint = Files.readAllBytes(folder.resolve("a"));
        TrainingResult again = result(plan, "a", new NoStep(), TrainingView.NONE);
        assertSameWeights(first.model(), again.model());
        assertEquals(first.curves(), again.curves());
        assertEquals(
                first.model().provenance().metrics(), again.model().provenance().metrics());
        assertEquals(first.findings(), again.findings());
        assertArrayEquals(checkpoint, Files.readAllBytes(folder.resolve("a")), "nothing new to save");
    }

    @Test
    void whatAKilledRunLeftOfACheckpointIsDeleted() throws IOException {
        Path leftover = Files.createFile(folder.resolve(".a." + UUID.randomUUID() + ".tmp"));
        train(plan(TrainingOrder.RESTORE_ONLY, 3), "a", Progress.NONE);
        assertFalse(Files.exists(leftover));
    }

    @Test
    void aCheckpointOfAnotherValueRangeIsRefused() throws IOException {
        TrainingPlan plan = plan(TrainingOrder.ALTERNATING, 3);
        copyEnded("a");
        ModelInfo info = plan.info();
        ModelInfo other =
                new ModelInfo(info.name(), info.description(), info.network(), "0:4095", 32, 8, info.degradations());
        TrainingPlan changed = new TrainingPlan(other, plan.settings(), plan.mixture(), Optional.empty(), 5, "test");
        assertTrue(refusal(changed).contains(": range (then auto, now 0:4095);"), refusal(changed));
    }

    @Test
    void theProvenanceSaysWhatWasDone() throws IOException {
        ModelBundle model = train(plan(TrainingOrder.JOINT, 3), "a", Progress.NONE);
        assertEquals(TrainingOrder.JOINT, model.provenance().order());
        assertEquals(12, model.provenance().steps());
        assertEquals("2", model.provenance().settings().get("batch"));
        assertEquals("cpu", model.provenance().settings().get("device"));
        assertEquals(20, model.provenance().data().get(0).files());
        assertTrue(model.provenance().metrics().containsKey("PSNR noise"));
        assertTrue(model.provenance().metrics().get("perplexity level 1") >= 1);
        assertTrue(model.card().contains("noise:10-50"));
    }

    @Test
    void aDivergedRunStopsAndSaysWhy() throws IOException {
        TrainingPlan wild = changed(
                plan(TrainingOrder.RESTORE_ONLY, 3),
                Map.of("rate", "1", "warm-up", "0", "clip", "1e9", "steps", "500", "validate-every", "500"));
        Diverged diverged = assertThrows(Diverged.class, () -> train(wild, "a", Progress.NONE));
        assertTrue(diverged.getMessage().contains("no longer a number"), diverged.getMessage());
        assertTrue(diverged.getMessage().contains("is likely too high"), diverged.getMessage());
        ModelBundle kept = ModelBundle.read(folder.resolve("a"));
        assertTrue(diverged.getMessage()
                .contains("in " + kept.provenance().steps() + " steps is kept in '" + folder.resolve("a")));
        for (FloatArray array : kept.weights().byName().values())
            for (float value : array.values()) assertTrue(Float.isFinite(value));
    }

    /** Memory runs out, as far as the run can tell, with the first step after the validation at step 4. */
    @Test
    void aRunWithoutMemoryNamesTheRemedyAndKeepsItsCheckpoint() throws IOException {
        TrainingPlan plan = plan(TrainingOrder.ALTERNATING, 3);
        Progress full = new Progress() {
            @Override
            public void report(long done, long total) {
                if (done == 5 && total == 12)
                    throw new EngineException(
                            "DefaultCPUAllocator: can't allocate memory: you tried to allocate 64 bytes.");
            }

            @Override
            public void log(String message) {}

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        IllegalStateException told = assertThrows(IllegalStateException.class, () -> train(plan, "a", full));
        assertEquals(
                "The device cpu has too little memory to learn from 2 crops of 16 pixels at once; choose a smaller batch or"
                        + " crop, or close other programs. What was learned up to the last checkpoint is kept in '"
                        + folder.resolve("a")
                        + "': the same settings go on from it, others can start from it as from a model.",
                told.getMessage());
        assertEquals(4, ModelBundle.read(folder.resolve("a")).provenance().steps());
        assertSameWeights(ended.model(), train(plan, "a", Progress.NONE));
    }

    @Test
    void imagesThatAreNoNumbersAreFoundBeforeTheRun() {
        TrainingPlan sane = plan(TrainingOrder.RESTORE_ONLY, 3);
        ImageSet broken = new Mapped("broken", new Scenes("scenes", 20, 1, 32), (patch, index) -> {
            patch.values()[0] = Float.NaN;
            return patch;
        });
        Mixture mixture = new Mixture(
                List.of(new Mixture.Part(Source.synthetic(broken, DegradationRange.parse("noise:10"), 1, 0), 1)));
        TrainingPlan plan = new TrainingPlan(sane.info(), sane.settings(), mixture, Optional.empty(), 5, "test");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> train(plan, "a", Progress.NONE));
        assertTrue(refused.getMessage().contains("All values must be numbers"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("a")));
    }

    /** Each image is read well when it is looked at, and fails from a number of readings on. */
    @Test
    void anImageThatCannotBeUsedLosesNothingThatWasLearned() throws IOException {
        TrainingPlan sane = plan(TrainingOrder.RESTORE_ONLY, 3);
        int[] readings = {0};
        ImageSet failing = new Mapped("failing", new Scenes("scenes", 20, 1, 32), (patch, index) -> {
            if (++readings[0] > 60) throw new IllegalArgumentException("The image 'x' is too small.");
            return patch;
        });
        Mixture mixture = new Mixture(
                List.of(new Mixture.Part(Source.synthetic(failing, DegradationRange.parse("noise:10"), 1, 0), 1)));
        TrainSettings longer = sane.settings().with(Map.of("steps", "1000", "validate-every", "1000"));
        TrainingPlan plan = new TrainingPlan(sane.info(), longer, mixture, Optional.empty(), 5, "test");
        IllegalArgumentException told =
                assertThrows(IllegalArgumentException.class, () -> train(plan, "a", Progress.NONE));
        long steps = ModelBundle.read(folder.resolve("a")).provenance().steps();
        assertTrue(steps > 0);
        assertEquals(
                "The image 'x' is too small. What was learned in " + steps + " steps is kept in '" + folder.resolve("a")
                        + "': mend or leave out the image, and begin with that file as with a model.",
                told.getMessage());
    }

    @Test
    void setsOfOneNameAreToldApart() throws IOException {
        TrainingPlan sane = plan(TrainingOrder.RESTORE_ONLY, 3);
        Source first = Source.paired(new Scenes("noisy", 20, 1, 32), new Scenes("clean", 20, 1, 32), 1);
        Source second = Source.paired(new Scenes("noisy", 20, 1, 40), new Scenes("clean", 20, 1, 40), 1);
        Mixture mixture = new Mixture(
                List.of(new Mixture.Part(first, 1), new Mixture.Part(second, 2), new Mixture.Part(first, 4)));
        TrainingPlan plan = new TrainingPlan(sane.info(), sane.settings(), mixture, Optional.empty(), 5, "test");
        assertEquals(
                List.of("noisy 5.0", "clean of noisy 5.0", "noisy (2) 2.0", "clean of noisy (2) 2.0"),
                plan.data().stream()
                        .map(data -> data.name() + " " + data.weight())
                        .toList());
        assertEquals(2, plan.usages().size());
    }

    @Test
    void aBatchNamesTheValueThatMadeItDiverge() {
        Patch patch = Patch.zeros(1, 8, 8);
        Patch wrong = Patch.zeros(1, 8, 8);
        wrong.values()[3] = 4095;
        Batch batch = new Batch(List.of(new Pair(patch, wrong, "haze", "a.png")));
        String cause = batch.likelyCause(TrainSettings.of(NetworkConfig.tiny(1), 10), 0);
        assertTrue(cause.contains("a value of 4095.0 in an image of 'haze'"), cause);
    }

    @Test
    void aRunThatWasResumedHasTheWholeCurves() throws IOException {
        TrainingPlan plan = plan(TrainingOrder.ALTERNATING, 3);
        Curves whole = ended.curves();
        assertThrows(CancellationException.class, () -> train(plan, "parts", new CancelAfter(5)));
        assertEquals(
                whole, result(plan, "parts", Progress.NONE, TrainingView.NONE).curves());
        assertEquals(
                List.of(10L, 12L),
                whole.losses().stream().map(Curves.Loss::step).toList());
        assertEquals(
                List.of(4L, 8L, 12L),
                whole.scores().stream().map(Curves.Score::step).toList());
    }

    @Test
    void theBestWeightsByValidationAreKept() throws IOException {
        // Far too high a rate: the first validation, before the rate is reached, is the best.
        TrainingPlan wild =
                changed(plan(TrainingOrder.ALTERNATING, 3), Map.of("rate", "0.05", "warm-up", "12", "average", "0"));
        TrainingResult result = result(wild, "a", Progress.NONE, TrainingView.NONE);
        Curves.Score best = result.curves().best().orElseThrow();
        assertTrue(best.step() < 12, "best at step " + best.step());
        assertEquals(best.step(), result.model().provenance().steps());
        assertEquals(best.metrics(), result.model().provenance().metrics());
    }

    @Test
    void aRunWithoutProgressEndsWhenThePatienceIsOut() throws IOException {
        // Steps of 1e-12 are lost in the rounding of most weights, and no validation is better than the first.
        TrainingPlan stuck = changed(
                plan(TrainingOrder.ALTERNATING, 3),
                Map.of("rate", "1e-12", "validate-every", "2", "patience", "2", "steps", "100", "average", "0"));
        TrainingResult result = result(stuck, "a", Progress.NONE, TrainingView.NONE);
        long last = result.curves()
                .scores()
                .get(result.curves().scores().size() - 1)
                .step();
        assertTrue(last < 100, "ended at step " + last);
        assertEquals(
                last - 2 * 2,
                result.curves().best().orElseThrow().step(),
                "the best came two validations before the end");
    }

    @Test
    void aUserWhoIsContentEndsTheRun() throws IOException {
        TrainingView content = new TrainingView() {
            private boolean enough;

            @Override
            public void found(List<Finding> findings) {}

            @Override
            public void learned(Curves curves) {}

            @Override
            public void validated(Curves curves, List<Example> examples) {
                enough = curves.scores().size() == 2;
                assertEquals(
                        List.of("noise", "haze"),
                        examples.stream().map(Example::kind).toList());
                assertTrue(examples.get(0).degradedAgain().isPresent());
            }

            @Override
            public boolean isEnough() {
                return enough;
            }
        };
        TrainingResult result = result(plan(TrainingOrder.ALTERNATING, 3), "a", Progress.NONE, content);
        assertEquals(
                List.of(4L, 8L),
                result.curves().scores().stream().map(Curves.Score::step).toList());
        Usage usage = result.usages().get(0);
        assertEquals(List.of(usage), result.usages(), "both kinds draw from the same images");
        assertEquals(List.of("scenes"), usage.sets());
        assertEquals(20, usage.count());
        assertEquals(20 - usage.learned(), usage.keptAside().size());
        List<Fingerprint> fingerprints =
                result.model().fingerprints().orElseThrow().all();
        assertEquals(
                List.of("noise", "haze"),
                fingerprints.stream().map(Fingerprint::degradation).distinct().toList());
        assertEquals(
                fingerprints.size() / 2,
                fingerprints.stream()
                        .filter(one -> one.strength().endsWith(" in 8 bits"))
                        .count());
    }

    @Test
    void theAverageIsWhatIsKept() throws IOException {
        TrainingPlan last = changed(plan(TrainingOrder.ALTERNATING, 3), Map.of("average", "0"));
        assertFalse(ended.model()
                .weights()
                .get("dictionary")
                .equals(train(last, "a", Progress.NONE).weights().get("dictionary")));
        // The checkpoint holds the weights that learn, which are the same with and without an average.
        assertSameWeights(ModelBundle.read(endedCheckpoint), ModelBundle.read(folder.resolve("a")));
    }

    /** Allows no step. */
    private static final class NoStep implements Progress {
        @Override
        public void report(long done, long total) {
            throw new AssertionError("step " + done);
        }

        @Override
        public void log(String message) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    /** Cancels when it is asked so many times after some steps. */
    private static final class CancelAtQuestion implements Progress {
        private final int question;
        private final long steps;
        private long done;
        private int asked;

        CancelAtQuestion(int question, long steps) {
            this.question = question;
            this.steps = steps;
        }

        @Override
        public void report(long done, long total) {
            this.done = done;
        }

        @Override
        public void log(String message) {}

        @Override
        public boolean isCancelled() {
            return done >= steps && ++asked >= question;
        }
    }

    /** Cancels once so many steps are done. */
    private static final class CancelAfter implements Progress {
        private final long steps;
        private long done;

        CancelAfter(long steps) {
            this.steps = steps;
        }

        @Override
        public void report(long done, long total) {
            this.done = done;
        }

        @Override
        public void log(String message) {}

        @Override
        public boolean isCancelled() {
            return done >= steps;
        }
    }
}
