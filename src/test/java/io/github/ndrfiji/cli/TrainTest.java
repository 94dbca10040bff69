package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.network.NetworkConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainTest {

    @TempDir
    Path folder;

    @BeforeEach
    void makeImages() throws IOException {
        for (String set : new String[] {"clean", "noisy"}) {
            Files.createDirectory(folder.resolve(set));
            for (int i = 0; i < 25; i++) {
                SplittableRandom random = new SplittableRandom(i);
                byte[] pixels = new byte[24 * 24];
                for (int k = 0; k < pixels.length; k++)
                    pixels[k] = (byte) (set.equals("clean") ? 5 * (k % 24) : 5 * (k % 24) + random.nextInt(60));
                ImageFiles.save(
                        new ImagePlus("", new ByteProcessor(24, 24, pixels)),
                        folder.resolve(set).resolve("image-" + i + ".png"));
            }
        }
    }

    private Call train(Object... more) {
        Object[] all = new Object[more.length + 12];
        Object[] first = {
            "train", "-o", folder.resolve("m.ndr"), "--size", "tiny", "--channels", 1, "--steps", 3, "--crop", 16, "-q"
        };
        System.arraycopy(first, 0, all, 0, 12);
        System.arraycopy(more, 0, all, 12, more.length);
        return Call.ndr(all);
    }

    @Test
    void learnsFromCleanImagesAndFromPairs() throws IOException {
        Call call = train(
                "--clean",
                folder.resolve("clean"),
                "--with",
                "2*noise:10-30",
                "--with",
                "clean",
                "--pairs",
                "0.5*" + folder.resolve("noisy"),
                folder.resolve("clean"));
        assertEquals("", call.err());
        assertEquals(0, call.code());
        ModelBundle model = ModelBundle.read(folder.resolve("m.ndr"));
        assertEquals("m", model.info().name());
        assertEquals(List.of("noise", "clean", "noisy"), model.info().degradations());
        assertEquals(3, model.provenance().steps());
        assertEquals("weight 0.5", model.provenance().settings().get("source pairs of noisy and clean"));
        assertTrue(Files.exists(folder.resolve("m.ndr.checkpoint")));
        assertFalse(model.card().contains(folder.toString()), "no path may leave the machine");
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private Map<String, String> settings(Object... more) throws IOException {
        Call call = train(more);
        assertEquals(0, call.code(), call.err());
        return ModelBundle.read(at("m.ndr")).provenance().settings();
    }

    /** A call during which something is done once its console has told a text. */
    private static Call when(String told, Runnable then, Interrupt interrupt, Object... args) {
        StringWriter err = new StringWriter() {
            private boolean done;

            @Override
            public void write(String text, int from, int length) {
                super.write(text, from, length);
                if (done || !toString().contains(told)) return;
                done = true;
                then.run();
            }
        };
        String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
        int code = Ndr.run(texts, new PrintWriter(new StringWriter()), new PrintWriter(err), interrupt);
        return new Call(code, "", err.toString());
    }

    private Object[] longRun() {
        String options = "--with noise:10 --size tiny --channels 1 --steps 100 --crop 16 --validate-every 1 -o";
        return Stream.of(
                        Stream.of("train", "--clean", at("clean")),
                        Stream.of(options.split(" ")),
                        Stream.of(at("m.ndr")))
                .flatMap(words -> words)
                .toArray();
    }

    @Test
    void ctrlCLeavesACheckpointAndSaysHowToGoOn() throws IOException {
        Interrupt interrupt = Interrupt.manual();
        Call call = when("step 2,", interrupt::request, interrupt, longRun());
        assertEquals(130, call.code());
        assertTrue(
                call.err()
                        .endsWith("ndr: Cancelled at step 2 of 100; run the same command again to go on from '"
                                + at("m.ndr.checkpoint") + "'.\n"),
                call.err());
        assertEquals(2, ModelBundle.read(at("m.ndr.checkpoint")).provenance().steps());
        assertFalse(Files.exists(at("m.ndr")));

        Interrupt again = Interrupt.manual();
        Call more = when("step 4,", again::request, again, longRun());
        assertTrue(
                more.err()
                        .startsWith(Call.device() + "m: Going on from '" + at("m.ndr.checkpoint")
                                + "', after 2 of 100 steps\n"),
                more.err());
        assertTrue(more.err().contains("Cancelled at step 4 of 100"), more.err());

        Call other = Call.ndr(
                Stream.concat(Stream.of(longRun()), Stream.of("--batch", 3)).toArray());
        assertTrue(other.err().contains("was made with other settings"), other.err());
        assertFalse(other.err().contains("Going on"), other.err());
    }

    @Test
    void aSecondCallWhileTheFirstRunsIsRefusedAndLeavesItAlone() throws IOException {
        Interrupt interrupt = Interrupt.manual();
        AtomicReference<Call> second = new AtomicReference<>();
        Runnable again = () -> {
            second.set(Call.ndr(longRun()));
            interrupt.request();
        };
        Call first = when("step 2,", again, interrupt, longRun());
        assertEquals(1, second.get().code());
        assertEquals(
                Call.device() + "ndr: Another training with the checkpoint '" + at("m.ndr.checkpoint")
                        + "' is running; wait for its end, cancel it to go on from there, or choose another name.\n",
                second.get().err());
        assertTrue(first.err().contains("Cancelled at step 2 of 100"), first.err());
        assertFalse(Files.exists(at("m.ndr.checkpoint.lock")));
    }

    @Test
    void theFinishFileEndsTheRunAndIsDeleted() throws IOException {
        Files.createFile(at("m.ndr.finish")); // for an earlier run
        Runnable touch = () -> {
            try {
                Files.createFile(at("m.ndr.finish"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Call call = when("step 3,", touch, Interrupt.manual(), longRun());
        assertEquals(0, call.code(), call.err());
        String end =
                "Ended after 3 of 100 steps; the best was at step [0-3], with PSNR [0-9.]+ dB \\(degraded [0-9.]+\\);";
        assertTrue(Pattern.compile(end).matcher(call.err()).find(), call.err());
        assertTrue(
                call.err().endsWith(at("m.ndr") + " is trained; " + at("m-report.html") + " tells how it went.\n"),
                call.err());
        assertTrue(ModelBundle.read(at("m.ndr")).provenance().steps() <= 3);
        assertFalse(Files.exists(at("m.ndr.finish")));
    }

    @Test
    void reportAndTablesLieBesideTheModel() throws IOException {
        assertEquals(
                0,
                train("--clean", at("clean"), "--with", "noise:10", "--validate-every", 2)
                        .code());
        List<String> losses = Files.readAllLines(at("m-losses.csv"));
        assertEquals("step,loss NDR-Restore,loss NDR-Degrad,learning rate", losses.get(0));
        assertTrue(losses.get(losses.size() - 1).startsWith("3,"), losses::toString);
        List<String> validations = Files.readAllLines(at("m-validation.csv"));
        assertTrue(validations.get(0).startsWith("step,PSNR,SSIM,best so far"), validations::toString);
        assertEquals(
                List.of("2", "3"),
                validations.stream().skip(1).map(line -> line.split(",")[0]).toList());
        assertTrue(Files.readString(at("m-report.html")).startsWith("<!"));
    }

    @Test
    void theCardEndsWithTheNotes() throws IOException {
        Files.writeString(at("notes.md"), "## Where it fails\n\nOn \u00b5m grids.\n");
        Object[] options = {"--clean", at("clean"), "--with", "noise:10", "--notes", at("notes.md")};
        assertEquals(new Call(0, "", ""), train(options));
        String card = ModelBundle.read(at("m.ndr")).card();
        assertTrue(card.startsWith("# m\n"), card);
        assertTrue(card.endsWith("\n\n## Where it fails\n\nOn \u00b5m grids.\n"), card);

        Files.write(at("notes.md"), new byte[] {(byte) 0xB5, 'm'});
        assertEquals(
                "ndr: '" + at("notes.md") + "' is no text in UTF-8; save it as one for --notes.\n",
                train("--clean", at("clean"), "--with", "noise:10", "--notes", at("notes.md"), "--overwrite")
                        .err());
        Files.delete(at("notes.md"));
        assertEquals(
                "ndr: '" + at("notes.md") + "' does not exist; check the path of --notes.\n",
                train("--clean", at("clean"), "--with", "noise:10", "--notes", at("notes.md"), "--overwrite")
                        .err());
        assertEquals(card, ModelBundle.read(at("m.ndr")).card(), "nothing was trained");
    }

    @Test
    void aModelThatWasDeletedAfterItsRunIsWrittenAgain() throws IOException {
        Object[] options = {"--clean", at("clean"), "--with", "noise:10"};
        assertEquals(0, train(options).code());
        ModelBundle first = ModelBundle.read(at("m.ndr"));
        String losses = Files.readString(at("m-losses.csv"));
        Files.delete(at("m.ndr"));
        Files.delete(at("m-losses.csv"));
        assertEquals(new Call(0, "", ""), train(options));
        ModelBundle second = ModelBundle.read(at("m.ndr"));
        first.weights()
                .byName()
                .forEach((name, array) -> assertArrayEquals(
                        array.values(), second.weights().get(name).values(), name));
        assertEquals(losses, Files.readString(at("m-losses.csv")));
    }

    @Test
    void onlyWhatIsGivenDiffersFromTheDefaults() throws IOException {
        Map<String, String> plain = settings("--clean", at("clean"), "--with", "noise:10");
        Files.delete(at("m.ndr"));
        Files.delete(at("m.ndr.checkpoint"));
        Map<String, String> changed = new LinkedHashMap<>(settings(
                "--clean", at("clean"), "--with", "noise:10", "--loss", "l2", "--average", 0, "--frozen-encoder"));
        assertEquals("L2", changed.put("loss", "L1"));
        assertEquals("0.0", changed.put("average", "0.995"));
        assertEquals("true", changed.put("frozen-encoder", "false"));
        assertEquals(plain, changed);
    }

    @ParameterizedTest
    @CsvSource({"quick, 1200", "coffee, 6000", "overnight, 120000"})
    void aPresetIsANumberOfSteps(String preset, long steps) {
        Interrupt interrupt = Interrupt.manual();
        Call call = when(
                " steps on this machine",
                interrupt::request,
                interrupt,
                "train",
                "--clean",
                at("clean"),
                "--with",
                "noise:10",
                "--size",
                "tiny",
                "--channels",
                1,
                "--crop",
                16,
                "--preset",
                preset,
                "-o",
                at("m.ndr"));
        assertTrue(call.err().contains("Cancelled at step 0 of " + steps + ";"), call.err());
    }

    @Test
    void noisyPairsNeedNoCleanImages() throws IOException {
        assertEquals(
                "weight 2.0",
                settings("--noisy-pairs", "2*" + at("noisy"), at("clean"))
                        .get("source noise to noise of noisy and clean"));
        assertEquals(
                List.of("noisy, noise to noise"),
                ModelBundle.read(at("m.ndr")).info().degradations());
    }

    @Test
    void fitIsForPairs() throws IOException {
        assertEquals(
                "weight 1.0",
                settings("--pairs", at("noisy"), at("clean"), "--fit")
                        .get("source pairs of noisy and clean, gain and offset fitted"));
    }

    @Test
    void depthsAreThoseOfTheCleanImages() throws IOException {
        Object[] options = {"--clean", at("clean"), "--with", "haze:1", "--depth", at("noisy")};
        assertTrue(
                settings(options).keySet().stream()
                        .anyMatch(name -> name.startsWith("source haze:1") && name.endsWith(", depths of noisy")),
                "the depths are in the provenance");
        Files.delete(at("m.ndr"));
        Call two = train("--clean", at("clean"), "--with", "haze:1", "--depth", at("noisy"), "--depth", at("noisy"));
        assertEquals(2, two.code());
        assertTrue(two.err().contains("There are 2 folders of --depth and 1 of --clean"), two.err());

        Call noHaze = train("--clean", at("clean"), "--with", "noise:10", "--depth", at("noisy"));
        assertTrue(noHaze.err().contains("--depth says where haze lies, but no --with has haze"), noHaze.err());
    }

    @Test
    void balanceDrawsEveryKindEquallyOften() throws IOException {
        Map<String, String> settings = settings(
                "--clean",
                at("clean"),
                "--with",
                "3*noise:10",
                "--with",
                "noise:20",
                "--with",
                "2*jpeg:30",
                "--balance");
        String jpeg = settings.keySet().stream()
                .filter(name -> name.startsWith("source jpeg:30"))
                .findFirst()
                .orElseThrow();
        assertEquals("weight 0.75", settings.get("source noise:10"));
        assertEquals("weight 0.25", settings.get("source noise:20"));
        assertEquals("weight 1.0", settings.get(jpeg));
    }

    @Test
    void patienceEndsARunWithoutProgress() {
        // Steps of 1e-12 are lost in the rounding of most weights, and hardly a validation is better than the first.
        Call call = Call.ndr(
                "train",
                "--clean",
                at("clean"),
                "--with",
                "noise:10",
                "--size",
                "tiny",
                "--channels",
                1,
                "--crop",
                16,
                "--steps",
                40,
                "--rate",
                1e-12,
                "--average",
                0,
                "--validate-every",
                1,
                "--patience",
                2,
                "-o",
                at("m.ndr"));
        assertEquals(0, call.code(), call.err());
        assertTrue(call.err().contains("No better one in 2 validations: ended after "), call.err());
    }

    @Test
    void theModelToBeginWithSaysWhatTheNewOneIs() throws IOException {
        Object[] data = {"--clean", at("clean"), "--with", "noise:10"};
        Call first = train("--clean", at("clean"), "--with", "noise:10", "--range", "0:200", "--context", 40);
        assertEquals("", first.err());
        Files.move(at("m.ndr"), at("first.ndr"));
        Files.delete(at("m.ndr.checkpoint"));
        Object[] more = {
            "train",
            "--from",
            at("first.ndr"),
            "--steps",
            2,
            "--crop",
            16,
            "--frozen-encoder",
            "--average",
            0,
            "-q",
            "-o"
        };
        Object[] call = Stream.of(more, new Object[] {at("m.ndr")}, data)
                .flatMap(Stream::of)
                .toArray();
        assertEquals(new Call(0, "", ""), Call.ndr(call));
        ModelBundle before = ModelBundle.read(at("first.ndr"));
        ModelBundle after = ModelBundle.read(at("m.ndr"));
        assertEquals(NetworkConfig.tiny(1), after.info().network());
        assertEquals("0:200", after.info().valueRange());
        assertEquals(40, after.info().tileContext());
        assertEquals(20, before.info().tileOverlap(), "at most half of the tile");
        assertEquals(before.info().tileOverlap(), after.info().tileOverlap());
        assertEquals("3.0E-4", after.provenance().settings().get("rate"));
        assertTrue(after.provenance().settings().get("started from").startsWith("m after 3 steps"));
        String frozen = "restore.embed.weight";
        assertArrayEquals(
                before.weights().get(frozen).values(),
                after.weights().get(frozen).values());

        for (String[] other :
                new String[][] {{"--size", "compact"}, {"--channels", "3"}, {"--scale", "2"}, {"--dictionary", "9"}}) {
            Call refused = Call.ndr(Stream.of(call, other).flatMap(Stream::of).toArray());
            assertEquals(1, refused.code(), "the model is there already: " + refused.err());
            Files.deleteIfExists(at("m.ndr"));
            refused = Call.ndr(Stream.of(call, other).flatMap(Stream::of).toArray());
            assertEquals(2, refused.code(), refused.err());
            assertTrue(refused.err().contains(other[0] + " cannot be chosen with --from"), refused.err());
            Files.createFile(at("m.ndr"));
        }
        Files.delete(at("m.ndr"));
        Object[] same = Stream.of(call, new Object[] {"--size", "tiny", "--channels", 1})
                .flatMap(Stream::of)
                .toArray();
        assertEquals(new Call(0, "", ""), Call.ndr(same));
    }

    @Test
    void oneChannelBeginsWithAColourModelAndLearnsFromColours() throws IOException {
        Files.createDirectory(at("photos"));
        ColorProcessor photo = new ColorProcessor(24, 24);
        for (int i = 0; i < 24 * 24; i++) photo.set(i, 0x0a0500 * (i % 24) + i / 24);
        for (int i = 0; i < 4; i++)
            ImageFiles.save(new ImagePlus("", photo), at("photos").resolve(i + ".png"));
        Object[] data = {"--clean", at("photos"), "--with", "noise:10", "--steps", 1, "--crop", 16, "-q", "-o"};
        Call colour = Call.ndr(Stream.concat(
                        Stream.of("train", "--size", "tiny"),
                        Stream.concat(Stream.of(data), Stream.of(at("colour.ndr"))))
                .toArray());
        assertEquals(new Call(0, "", ""), colour);
        Stream<Object> options = Stream.of("train", "--from", at("colour.ndr"), "--channels", 1, "--gray", 1);
        Call gray = Call.ndr(Stream.concat(options, Stream.concat(Stream.of(data), Stream.of(at("gray.ndr"))))
                .toArray());
        assertEquals(new Call(0, "", ""), gray);
        ModelBundle model = ModelBundle.read(at("gray.ndr"));
        assertEquals(NetworkConfig.tiny(1), model.info().network());
        assertTrue(model.provenance().settings().get("started from").startsWith("colour after 1 steps"));
    }

    @Test
    void aCheckpointOfOtherSettingsIsNotGoneOnFrom() throws IOException {
        settings("--clean", at("clean"), "--with", "noise:10");
        Files.delete(at("m.ndr"));
        Call other = train("--clean", at("clean"), "--with", "noise:10", "--batch", 4);
        assertEquals(1, other.code());
        assertTrue(
                other.err().contains("batch (then 2, now 4); go on with the same ones, delete that file"), other.err());
    }

    @Test
    void theHelpListsTheOptionsWithTheirValuesInTheOrderOfUse() {
        Call help = Call.ndr("train", "--help");
        assertEquals(0, help.code());
        int before = 0;
        for (String text : List.of(
                "\n      --scale=1|2 ",
                "\n      --preset=quick|coffee|overnight\n",
                "\n      --steps=N ",
                "\n      --order=ORDER         ALTERNATING, JOINT, RESTORE_ONLY: whether",
                "\n      --loss=L1|L2 ",
                "\n      --frozen-encoder ",
                "\n      --batch=N ",
                "\n      --patience=N ",
                "\n      --seed=SEED ",
                "\n      --hold-out=N ")) {
            int at = help.out().indexOf(text);
            assertTrue(at > before, () -> text + " in " + help.out());
            before = at;
        }
    }

    @Test
    void aPresetAndStepsAreTwoAnswersToOneQuestion() {
        Call call = train("--clean", at("clean"), "--with", "noise:10", "--preset", "quick");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("--steps: It cannot be given together with --preset"), call.err());
    }

    @Test
    void refusesToReplaceAModel() throws IOException {
        Files.createFile(folder.resolve("m.ndr"));
        Call call = train("--clean", folder.resolve("clean"), "--with", "noise:10");
        assertEquals(1, call.code());
        assertTrue(call.err().contains("--overwrite"), call.err());
    }

    @Test
    void saysWhatIsMissing() {
        assertTrue(train("--clean", folder.resolve("clean")).err().contains("give both"));
        assertTrue(train().err().contains("nothing to learn from"));
        assertTrue(train("--clean", folder.resolve("none"), "--with", "clean")
                .err()
                .contains("is not a folder"));
    }

    @Test
    void pairsAreOfTwoFolders() {
        String expected = "ndr: --pairs needs two folders, as in --pairs one/ other/.\nTry 'ndr help train'.\n";
        assertEquals(new Call(2, "", expected), train("--pairs", at("noisy"), "--from", "general"));
        assertEquals(new Call(2, "", expected), train("--pairs", at("noisy")));
    }

    @Test
    void aModelsFileIsNamedSo() {
        Call call = Call.ndr("train", "-o", at("cells"), "--clean", at("clean"), "--with", "noise:10");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("must end with .ndr, as in " + at("cells.ndr") + ";"), call.err());
    }

    @Test
    void refusesAWeightThatIsNone() {
        Call call = train("--clean", folder.resolve("clean"), "--with", "x*noise:10");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("3*noise:0-50"), call.err());
    }

    @Test
    void refusesADegradationThatDoesNotFitTheScale() {
        Call call = train("--clean", folder.resolve("clean"), "--with", "noise:10", "--scale", 2);
        assertEquals(2, call.code());
        assertTrue(call.err().contains("downsample:2"), call.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--size, huge, No network size is called 'huge'; use tiny",
        "--gray, 2, The share of gray is 2.0; it must be from 0 to 1.",
        "--eight-bit, -1, The share of 8 bits is -1.0; it must be from 0 to 1.",
        "--crop, 60, 60",
        "--with, fog:1, There is no degradation 'fog'",
        "--device, quantum, There is no device 'quantum'",
        "--preset, slow, '--preset'",
        "--preset, slow, 'There is no preset ''slow''; take quick, coffee or overnight.'",
        "--loss, L3, '--loss'",
        "--order, RANDOM, '--order'",
        "--steps, 0, '--steps: '",
        "--steps, many, '--steps'",
        "--rate, 2, '--rate: The learning rate is 2.0'",
        "--warm-up, 9999, '--warm-up: A warm-up of 9999 steps does not fit into 6000 steps'",
        "--lambda, 0, '--lambda: Lambda is 0.0'",
        "--degrad-every, 0, '--degrad-every: '",
        "--batch, 0, '--batch: The batch is 0'",
        "--crop, 60, '--crop: The crop is 60'",
        "--decay, 1, '--decay: '",
        "--clip, 0, '--clip: The largest norm is 0.0'",
        "--average, 1, '--average: '",
        "--validate-every, 0, '--validate-every: A validation every 0 steps'",
        "--patience, -1, '--patience: '",
        "--hold-out, 1, '--hold-out: '",
        "--context, 20, '--context or --overlap: Model: tileContext is 20'",
        "--overlap, 145, '--context or --overlap: Model: tileOverlap is 145'",
        "--name, a/b, '--name, '",
        "--channels, 17, '--channels: '",
        "--scale, 3, '--scale: '",
        "--dictionary, 0, '--dictionary: '",
        "--frozen-encoder=maybe, -q, '--frozen-encoder'",
    })
    void aWrongValueIsAWrongCall(String option, String value, String expected) {
        Call call = Call.ndr(
                "train",
                "-o",
                folder.resolve("m.ndr"),
                "--clean",
                folder.resolve("clean"),
                "--with",
                "noise:10",
                option,
                value);
        assertEquals(2, call.code());
        assertTrue(call.err().contains(expected), call.err());
    }

    @Test
    void cleanImagesNeedADegradation() {
        assertEquals(2, train("--clean", folder.resolve("clean")).code());
    }

    @Test
    void aMissingFolderIsFoundBeforeAnythingStarts() {
        Path missing = folder.resolve("missing");
        String expected = "ndr: The folder '" + missing + "' does not exist; make it first.\n";
        Object[] nothingToLearnFrom = {"train", "-o", missing.resolve("m.ndr")};

        assertEquals(new Call(1, "", expected), Call.ndr(nothingToLearnFrom));
        assertEquals(new Call(1, "", expected), train("--checkpoint", missing.resolve("m.checkpoint")));
    }
}
