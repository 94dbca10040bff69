package io.github.ndrfiji.cli;

import io.github.ndrfiji.imagej.ImageFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An image file to work on, and the file for its result. */
record FileJob(Path input, Path output) {

    /**
     * The jobs of a call: a file to a file, or files and the images of folders into a folder, which is made. All are
     * checked first, so that nothing is begun that cannot be finished.
     *
     * @param output a folder if it is one or has no extension, and where there are several inputs
     * @param overwrite whether results may replace files; an input is never replaced
     * @param toFloat whether results have 32 bits, which only TIFF holds
     * @throws IllegalArgumentException if an output is named as no format that can be written
     * @throws IOException if an input is missing, or an output exists and must not be replaced
     */
    static List<FileJob> plan(List<Path> inputs, Path output, boolean overwrite, boolean toFloat) throws IOException {
        requireInputs(inputs);
        boolean toFolder = inputs.size() > 1 || Files.isDirectory(inputs.get(0)) || isFolder(output);
        if (!toFolder) requireFolder(output);
        List<FileJob> jobs =
                toFolder ? intoFolder(images(inputs), output, toFloat) : List.of(new FileJob(inputs.get(0), output));
        for (FileJob job : jobs) job.check(overwrite, toFloat);
        if (toFolder) Files.createDirectories(output);
        return jobs;
    }

    private static void requireInputs(List<Path> inputs) throws IOException {
        for (Path input : inputs)
            if (!Files.exists(input))
                throw new FileNotFoundException("'" + input + "' does not exist; check the path of the input.");
    }

    private static boolean isFolder(Path output) {
        return Files.isDirectory(output) || !output.getFileName().toString().contains(".");
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

    private static List<FileJob> intoFolder(List<Path> images, Path folder, boolean toFloat) throws IOException {
        if (Files.isRegularFile(folder))
            throw new IOException("'" + folder + "' is a file; the results of several images need a folder.");
        Map<Path, Path> inputs = new HashMap<>();
        List<FileJob> jobs = new ArrayList<>();
        for (Path image : images) {
            Path output = folder.resolve(ImageFiles.writableName(image, toFloat));
            Path other = inputs.put(output, image);
            if (other != null)
                throw new IOException("The results of '" + other + "' and '" + image + "' would both be '" + output
                        + "'; rename one of the images, or give each a folder of its own.");
            jobs.add(new FileJob(image, output));
        }
        return jobs;
    }

    private void check(boolean overwrite, boolean toFloat) throws IOException {
        ImageFiles.requireWritable(output, toFloat);
        if (!Files.exists(output)) return;
        if (Files.isSameFile(input, output))
            throw new IOException("'" + output + "' is input and output; give the output another name or folder.");
        if (!overwrite) throw new IOException("'" + output + "' exists already; add --overwrite to replace it.");
    }
}
