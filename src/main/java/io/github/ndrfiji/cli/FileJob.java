package io.github.ndrfiji.cli;

import io.github.ndrfiji.imagej.ImageFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An image file to work on, and the files for its results.
 *
 * @param outputs one for every kind of result
 * @param isDone whether the results are there and are kept, so that there is nothing to do
 */
record FileJob(Path input, List<Path> outputs, boolean isDone) {

    /** What becomes of results that exist already. */
    enum Existing {
        /** They make the call fail. */
        REFUSED,
        /** They stay, and their images are left out. */
        KEPT,
        REPLACED;

        static Existing of(boolean overwrite) {
            return overwrite ? REPLACED : REFUSED;
        }
    }

    /**
     * The jobs of a call: a file to files, or files and the images of folders into folders. All are checked first, so that
     * nothing is begun that cannot be finished; {@link #makeFolder} then makes the folders.
     *
     * @param existing what becomes of results that exist; an input is never replaced
     * @param destinations one for every kind of result
     * @throws IllegalArgumentException if an output is named as no format that can be written, or two are the same
     * @throws IOException if an input is missing, or an output exists and must not be replaced
     */
    static List<FileJob> plan(List<Path> inputs, Existing existing, List<Destination> destinations) throws IOException {
        List<Path> images = images(inputs);
        boolean several = inputs.size() > 1 || Files.isDirectory(inputs.get(0));
        List<List<Path>> files = new ArrayList<>();
        for (Destination destination : destinations) files.add(destination.files(images, several));
        requireDifferent(destinations.stream().map(Destination::path).toList());
        List<FileJob> jobs = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            int index = i;
            List<Path> outputs = files.stream().map(kind -> kind.get(index)).toList();
            boolean isDone = existing == Existing.KEPT && outputs.stream().allMatch(Files::isRegularFile);
            jobs.add(new FileJob(images.get(i), outputs, isDone));
        }
        requireKept(jobs, images);
        for (FileJob job : jobs) job.check(existing, destinations);
        for (FileJob job : jobs) for (Path output : job.outputs) requireRoom(output.toAbsolutePath());
        return jobs;
    }

    /**
     * That no result would replace a file that is read.
     *
     * @param read inputs of any kind
     * @throws IOException if one would
     */
    static void requireKept(List<FileJob> jobs, List<Path> read) throws IOException {
        Set<Path> kept = new HashSet<>();
        for (Path input : read) if (Files.exists(input)) kept.add(real(input));
        for (FileJob job : jobs)
            for (Path output : job.outputs)
                if (kept.contains(real(output)))
                    throw new IOException(
                            "'" + output + "' is input and output; give the output another name or folder.");
    }

    private static void requireInputs(List<Path> inputs) throws IOException {
        for (Path input : inputs)
            if (!Files.exists(input))
                throw new FileNotFoundException("'" + input + "' does not exist; check the path of the input.");
    }

    /** That the folder for a file can be written to, or made. */
    private static void requireRoom(Path output) throws IOException {
        Path folder = output.getParent();
        if (Files.exists(folder) || folder.getParent() == null) requireFolder(output);
        else requireRoom(folder);
    }

    /** Makes the folder for a file, if it is not there. */
    static void makeFolder(Path output) throws IOException {
        Path folder = output.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) Files.createDirectories(folder);
    }

    static void requireFolder(Path output) throws IOException {
        Path folder = output.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder))
            throw new FileNotFoundException("The folder '" + folder + "' does not exist; make it first.");
        if (!Files.isWritable(folder))
            throw new IOException("The folder '" + folder + "' cannot be written to; choose another output.");
    }

    /**
     * The images that are given, and those that lie in folders that are given.
     *
     * @throws IOException if an input is missing
     */
    static List<Path> images(List<Path> inputs) throws IOException {
        requireInputs(inputs);
        List<Path> images = new ArrayList<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) images.addAll(ImageFiles.inFolder(input));
            else images.add(input);
        }
        return images;
    }

    private void check(Existing existing, List<Destination> destinations) throws IOException {
        for (int i = 0; i < outputs.size(); i++)
            check(outputs.get(i), existing, destinations.get(i).toFloat());
        requireDifferent(outputs);
    }

    private void check(Path output, Existing existing, boolean toFloat) throws IOException {
        ImageFiles.requireWritable(output, toFloat);
        if (!Files.exists(output)) return;
        if (Files.isDirectory(output))
            throw new IOException("'" + output + "' is a folder where a result should be; choose another output.");
        if (!isDone && existing != Existing.REPLACED)
            throw new IOException("'" + output + "' exists already; add --overwrite to replace it.");
    }

    private static void requireDifferent(List<Path> outputs) throws IOException {
        Set<Path> others = new HashSet<>();
        for (Path output : outputs)
            if (!others.add(real(output)))
                throw new IllegalArgumentException(
                        "Two results would be '" + output + "'; give each a file or a folder of its own.");
    }

    /** The same for all ways to write one path. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute)) return absolute.toRealPath();
        Path folder = absolute.getParent();
        return Files.exists(folder) ? folder.toRealPath().resolve(absolute.getFileName()) : absolute;
    }
}
