package io.github.ndrfiji.cli;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** Opens files one by one, does the same work on each, and saves the results. */
final class FileWork {

    /** Makes an image of another. */
    @FunctionalInterface
    interface Work {
        /**
         * Makes the result for one image.
         *
         * @param index how many files came before this one
         */
        ImagePlus apply(ImagePlus image, int index, Progress progress) throws IOException;
    }

    private final Console console;
    private final Interrupt interrupt;

    FileWork(Console console, Interrupt interrupt) {
        this.console = console;
        this.interrupt = interrupt;
    }

    /**
     * Does the work. Among several files, one that fails is reported and the others follow.
     *
     * @return the exit code
     */
    int run(List<FileJob> jobs, Work work) throws IOException {
        if (jobs.size() == 1) {
            run(jobs.get(0), 0, work);
            return 0;
        }
        int failed = 0;
        for (int i = 0; i < jobs.size(); i++) {
            try {
                run(jobs.get(i), i, work);
            } catch (CancellationException e) {
                throw e;
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                console.fail(jobs.get(i).input().getFileName() + ": ", e);
                failed++;
            }
        }
        if (failed > 0) console.fail(failed + " of " + jobs.size() + " images failed.");
        return failed > 0 ? Ndr.FAILED : 0;
    }

    private void run(FileJob job, int index, Work work) throws IOException {
        long start = System.nanoTime();
        String name = job.input().getFileName().toString();
        ConsoleProgress progress = new ConsoleProgress(console, interrupt, name, System::nanoTime);
        progress.checkCancelled();
        ImagePlus image = ImageFiles.open(job.input());
        ImageFiles.requireWritable(image, job.output());
        ImagePlus result = work.apply(image, index, progress);
        progress.checkCancelled();
        ImageFiles.save(result, job.output());
        double seconds = (System.nanoTime() - start) / 1e9;
        console.say(String.format(Locale.ROOT, "%s -> %s  (%.1f s)", job.input(), job.output(), seconds));
    }
}
