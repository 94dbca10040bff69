package io.github.ndrfiji.cli;

import io.github.ndrfiji.imagej.ImageFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An image file and the file of what it should be. */
record FilePair(Path result, Path reference) {

    /**
     * The images of a folder with those of the same name in another, or, where there is none, of the same name but its
     * extension.
     *
     * @throws IOException if an image has no reference
     */
    static List<FilePair> ofFolders(Path results, Path references) throws IOException {
        List<Path> candidates = ImageFiles.inFolder(references);
        List<FilePair> pairs = new ArrayList<>();
        for (Path result : ImageFiles.inFolder(results))
            pairs.add(new FilePair(result, partnerOf(result, "reference", references, candidates)));
        return pairs;
    }

    /**
     * The file of the same name in a folder, or of the same name but its extension.
     *
     * @param role what it is for the image, in the message
     * @param candidates the images of that folder
     * @throws IOException if there is none
     */
    static Path partnerOf(Path result, String role, Path folder, List<Path> candidates) throws IOException {
        Path sameName = folder.resolve(result.getFileName());
        if (Files.exists(sameName)) return sameName;
        for (Path candidate : candidates) if (stem(candidate).equals(stem(result))) return candidate;
        throw new FileNotFoundException(
                "There is no " + role + " for '" + result + "' in '" + folder + "'; it must have the same name.");
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
