package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two sets must have in common to be pairs. */
final class Match {

    private Match() {}

    /** @throws IllegalArgumentException if the images have not the same names in the same order */
    static void requireNames(ImageSet first, ImageSet second) {
        if (!first.names().equals(second.names()))
            throw new IllegalArgumentException("The images of '" + first.name() + "' and '" + second.name()
                    + "' must have the same names, but " + difference(first, second) + ".");
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

    private static String difference(ImageSet first, ImageSet second) {
        String difference = Stream.of(onlyIn(first, second), onlyIn(second, first))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", and "));
        return difference.isEmpty() ? "their order differs" : difference;
    }

    /** As in {@code 12 images are only in 'noisy', the first is 'cell-3'}. */
    private static Optional<String> onlyIn(ImageSet set, ImageSet other) {
        Set<String> others = new HashSet<>(other.names());
        List<String> alone =
                set.names().stream().filter(name -> !others.contains(name)).toList();
        if (alone.isEmpty()) return Optional.empty();
        String name = "'" + alone.get(0) + "'";
        return Optional.of(
                alone.size() == 1
                        ? "one image is only in '" + set.name() + "', " + name
                        : alone.size() + " images are only in '" + set.name() + "', the first is " + name);
    }

    /** @throws IllegalArgumentException if the clean image has not {@code scale} times the sides of the degraded one */
    static void requireSizes(String name, Patch degraded, Patch clean, int scale) {
        if (!SizeCheck.fit(degraded, clean, scale))
            throw new IllegalArgumentException("'" + name + "' is " + degraded.width() + " x " + degraded.height()
                    + " pixels degraded and " + clean.width() + " x " + clean.height()
                    + " clean; "
                    + (scale == 1
                            ? "both must have the same size."
                            : "the clean image must have " + scale + " times the sides."));
    }
}
