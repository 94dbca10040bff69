package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The images that ImageJ has open, as macros name them. */
final class OpenImages {

    private OpenImages() {}

    /** Titles, the oldest image first; the images of a macro's batch mode are among them. */
    static List<String> titles() {
        int[] ids = Objects.requireNonNullElse(WindowManager.getIDList(), new int[0]);
        return Arrays.stream(ids)
                .mapToObj(WindowManager::getImage)
                .filter(Objects::nonNull)
                .map(ImagePlus::getTitle)
                .toList();
    }

    /** Titles, the active image first. */
    static List<String> activeFirst() {
        ImagePlus active = WindowManager.getCurrentImage();
        List<String> titles = new ArrayList<>(titles());
        if (active != null && titles.remove(active.getTitle())) titles.add(0, active.getTitle());
        return titles;
    }

    /** The image of that title or, as -2, of that ID. */
    static Optional<ImagePlus> named(String titleOrId) {
        int[] ids = Objects.requireNonNullElse(WindowManager.getIDList(), new int[0]);
        return IntStream.of(ids)
                .mapToObj(WindowManager::getImage)
                .filter(Objects::nonNull)
                .filter(image -> titleOrId.equals(image.getTitle()) || titleOrId.equals("" + image.getID()))
                .findFirst();
    }
}
