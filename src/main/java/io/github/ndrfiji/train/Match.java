package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What two sets must have in common to be pairs. */
final class Match {

    private Match() {}

    /** @throws IllegalArgumentException if the images have not the same names in the same order */
    static void requireNames(ImageSet first, ImageSet second) {
        if (!first.names().equals(second.names()))
            throw new IllegalArgumentException("The images of '" + first.name() + "' and '" + second.name()
                    + "' must have the same names, but " + difference(first.names(), second.names()) + ".");
    }

    /** The same, whatever folders of joined sets the images are in. */
    static void requireFileNames(ImageSet first, ImageSet second) {
        if (first.names().size() != second.names().size())
            throw new IllegalArgumentException("'" + first.name() + "' has "
                    + first.names().size() + " images and '" + second.name() + "' "
                    + second.names().size() + "; they must be as many.");
        for (int i = 0; i < first.names().size(); i++) {
            String name = first.names().get(i);
            String other = second.names().get(i);
            if (!fileName(name).equals(fileName(other)))
                throw new IllegalArgumentException("'" + name + "' of '" + first.name() + "' and '" + other + "' of '"
                        + second.name() + "' stand at the same place, but must have the same names.");
        }
    }

    private static String fileName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String difference(List<String> first, List<String> second) {
        Set<String> inFirst = new HashSet<>(first);
        Set<String> inSecond = new HashSet<>(second);
        for (String name : first) if (!inSecond.contains(name)) return "'" + name + "' is only in the first";
        for (String name : second) if (!inFirst.contains(name)) return "'" + name + "' is only in the second";
        return "their order differs";
    }

    /** @throws IllegalArgumentException if the clean image has not {@code scale} times the sides of the degraded one */
    static void requireSizes(String name, Patch degraded, Patch clean, int scale) {
        if (clean.height() != scale * degraded.height() || clean.width() != scale * degraded.width())
            throw new IllegalArgumentException("'" + name + "' is " + degraded.width() + " x " + degraded.height()
                    + " pixels degraded and " + clean.width() + " x " + clean.height()
                    + " clean; the clean image must be " + scale + " times as large.");
    }
}
