package io.github.ndrfiji.cli;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusRestorer;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Tries the plugin in a copy of the class path of Fiji or ImageJ, and compares its results with those of the command line.
 */
final class FijiCheck {

    /** How a door did with a sample. */
    enum Outcome {
        PASSED("passed"),
        FAILED("failed"),
        NOT_THERE("not there");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * What came of a door.
     *
     * @param sample its name, or {@code all}
     * @param reason why, if not passed
     */
    record Finding(Door door, String sample, Outcome outcome, Optional<String> reason) {}

    /** The samples are restored too fast for more. */
    private record Warnings(Console console, Interrupt interrupt) implements Progress {

        @Override
        public void report(long done, long total) {}

        @Override
        public void log(String message) {
            console.say(message);
        }

        @Override
        public boolean isCancelled() {
            return interrupt.isRequested();
        }
    }

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Path work;
    private final Console console;
    private final Interrupt interrupt;

    /** @param work an empty folder for all files of the check */
    FijiCheck(Path work, Console console, Interrupt interrupt) {
        this.work = work;
        this.console = console;
        this.interrupt = interrupt;
    }

    /** @param source remains as it is */
    List<Finding> run(AppFolder source, Program program) throws IOException {
        console.say("Copying the class path of " + source.kind() + " in '" + source.root() + "' to try it there");
        AppFolder app = copy(source);
        Installation installation = Installation.plan(program, app);
        installation.apply();
        installation.tell(console::say);
        installation.warnings().forEach(warning -> console.say("Note: " + warning));
        console.say("Restoring the samples by the command line");
        List<Sample> samples = samples();
        AppLauncher launcher = new AppLauncher(app, Files.createDirectory(home()));
        List<Finding> findings = new ArrayList<>();
        for (Door door : Door.values()) findings.addAll(tried(door, launcher, samples));
        return findings;
    }

    /** The file with what was printed when a door was tried. */
    Path log(Door door) {
        return folder(door).resolve("log.txt");
    }

    /** Deletes what is large, and leaves samples, results and logs. */
    void deleteCopy() throws IOException {
        Folders.delete(app());
        Folders.delete(home());
    }

    private Path folder(Door door) {
        return work.resolve(door.name().toLowerCase(Locale.ROOT));
    }

    private Path app() {
        return work.resolve("app");
    }

    private Path home() {
        return work.resolve("home");
    }

    private AppFolder copy(AppFolder source) throws IOException {
        Path root = Files.createDirectory(app());
        Files.createDirectories(root.resolve("plugins"));
        List<Path> files = new ArrayList<>(source.jars());
        Path list = source.root().resolve(InstalledFiles.NAME);
        if (Files.exists(list)) files.add(list);
        for (Path file : files) {
            if (interrupt.isRequested()) throw new CancellationException();
            Path copy = root.resolve(source.root().relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return AppFolder.of(root);
    }

    private List<Sample> samples() throws IOException {
        Path inputs = Files.createDirectory(work.resolve("samples"));
        Path results = Files.createDirectory(work.resolve("expected"));
        List<Sample> samples = new ArrayList<>();
        Progress progress = new Warnings(console, interrupt);
        try (ImagePlusRestorer restorer = ImagePlusRestorer.open(Door.MODEL, Door.DEVICE, RestoreOptions.defaults())) {
            for (ImagePlus image : SampleImages.all()) {
                String file = image.getTitle() + ".tif";
                Sample sample = new Sample(image.getTitle(), inputs.resolve(file), results.resolve(file));
                ImageFiles.save(image, sample.input());
                ImageFiles.save(restorer.restore(ImageFiles.open(sample.input()), progress), sample.expected());
                samples.add(sample);
            }
        }
        return samples;
    }

    private List<Finding> tried(Door door, AppLauncher launcher, List<Sample> samples) throws IOException {
        Optional<String> missing = door.missing(launcher.app());
        if (missing.isPresent()) return List.of(new Finding(door, "all", Outcome.NOT_THERE, missing));
        console.say("Trying: " + door);
        Path folder = Files.createDirectory(folder(door));
        List<String> command = door.command(launcher, samples, folder);
        Optional<String> failure = Child.run(command, launcher.app().root(), log(door), LIMIT, interrupt);
        List<Finding> findings = new ArrayList<>();
        for (Sample sample : samples) {
            Optional<String> reason = difference(sample, folder)
                    .map(text -> text + failure.map(how -> "; " + how).orElse(""))
                    .or(() -> failure);
            Outcome outcome = reason.isPresent() ? Outcome.FAILED : Outcome.PASSED;
            findings.add(new Finding(door, sample.name(), outcome, reason));
        }
        return findings;
    }

    private static Optional<String> difference(Sample sample, Path folder) throws IOException {
        Path output = sample.output(folder);
        if (!Files.exists(output)) return Optional.of("there is no result");
        ImagePlus result;
        try {
            result = ImageFiles.open(output);
        } catch (IOException e) { // as after an end amid writing
            return Optional.of(e.getMessage());
        }
        if (ImageDifference.of(result, ImageFiles.open(sample.input())).isEmpty())
            return Optional.of("the image was stored as it had been, not restored");
        return ImageDifference.of(result, ImageFiles.open(sample.expected())).map(text -> "the result " + text);
    }
}
