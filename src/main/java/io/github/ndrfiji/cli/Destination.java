package io.github.ndrfiji.cli;

import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the results of one kind go.
 *
 * @param path of a file, or a folder if it is one or has no extension, and where there are several images
 * @param toFloat whether the results have 32 bits, which only TIFF holds
 */
record Destination(Path path, boolean toFloat) {

    /**
     * The file for the result of every image.
     *
     * @param several whether the images are more than one, or those of a folder
     * @throws IOException if two results would be one file, or the folder of the file cannot be written to
     */
    List<Path> files(List<Path> images, boolean several) throws IOException {
        if (several || isFolder()) return inFolder(images);
        FileJob.requireFolder(path);
        return List.of(path);
    }

    private boolean isFolder() {
        return Files.isDirectory(path) || !path.getFileName().toString().contains(".");
    }

    private List<Path> inFolder(List<Path> images) throws IOException {
        if (Files.isRegularFile(path) || !Files.exists(path) && ImageFiles.isNamedAsImage(path))
            throw new IOException("'" + path + "' is " + (Files.exists(path) ? "" : "named as ")
                    + "a file; the results of several images need a folder. Name one, such as restored/.");
        Map<Path, Path> inputs = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (Path image : images) {
            Path file = path.resolve(ImageFiles.writableName(image, toFloat));
            Path other = inputs.put(file, image);
            if (other != null)
                throw new IOException("The results of '" + other + "' and '" + image + "' would both be '" + file
                        + "'; rename one of the images, or give each a folder of its own.");
            files.add(file);
        }
        return files;
    }
}
