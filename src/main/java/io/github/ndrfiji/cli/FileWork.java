package io.github.ndrfiji.cli;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** Opens files one by one, does the same work on each, and saves the results. */
final class FileWork {

    /** Makes images of another. */
    @FunctionalInterface
    interface Work {
        /**
         * Makes the results for one image.
         *
         * @param index how many files came before this one
         * @return one for every output of the job
         */
        List<ImagePlus> apply(ImagePlus image, int index, Progress progress) throws IOException;
    }

    private final Console console;
    private final Interrupt interrupt;

    FileWork(Console console, Interrupt interrupt) {
        this.console = console;
        this.interrupt = interrupt;
    }

    /** Does something with one file. */
    @FunctionalInterface
    interface Step {
        /** @param index how many files came before this one */
        void run(Path file, int index, Progress progress) throws IOException;
    }

    /**
     * Does the work. Among several files, one that fails is reported and the others follow.
     *
     * @return the exit code
     */
    int run(List<FileJob> jobs, Work work) throws IOException {
        return each(
                jobs.stream().map(FileJob::input).toList(),
                (file, index, progress) -> run(jobs.get(index), index, work, progress));
    }

    /**
     * Takes one file after the other. Among several, one that fails is reported and the others follow.
     *
     * @return the exit code
     */
    int each(List<Path> files, Step step) throws IOException {
        if (files.size() == 1) {
            run(files.get(0), 0, step);
            return 0;
        }
        int failed = 0;
        for (int i = 0; i < files.size(); i++) {
            try {
                run(files.get(i), i, step);
            } catch (CancellationException e) {
                throw e;
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                console.fail(files.get(i), e);
                failed++;
            }
        }
        if (failed > 0) console.fail(failed + " of " + files.size() + " images failed.");
        return failed > 0 ? Ndr.FAILED : 0;
    }

    private void run(Path file, int index, Step step) throws IOException {
        String name = file.getFileName().toString();
        ConsoleProgress progress = new ConsoleProgress(console, interrupt, name, System::nanoTime);
        progress.checkCancelled();
        step.run(file, index, progress);
    }

    private void run(FileJob job, int index, Work work, Progress progress) throws IOException {
        if (job.isDone()) {
            console.say(job.input() + ": left out, since '" + job.outputs().get(0) + "' exists already");
            return;
        }
        long start = System.nanoTime();
        ImagePlus image = ImageFiles.open(job.input());
        for (Path output : job.outputs()) ImageFiles.requireWritable(image, output);
        List<ImagePlus> results = work.apply(image, index, progress);
        progress.checkCancelled();
        Map<Path, ImagePlus> byFile = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) byFile.put(job.outputs().get(i), results.get(i));
        for (Path output : job.outputs()) FileJob.makeFolder(output);
        ImageFiles.saveAll(byFile);
        double seconds = (System.nanoTime() - start) / 1e9;
        String outputs = job.outputs().stream().map(Path::toString).collect(Collectors.joining(", "));
        console.say(String.format(Locale.ROOT, "%s -> %s  (%.1f s)", job.input(), outputs, seconds));
    }
}
