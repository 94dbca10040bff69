package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /**
     * The image that is the current one of a thread: what the macro or script that runs there would get by {@code
     * getImage()}. ImageJ tells it to nobody but the thread itself, hence the look into its table.
     *
     * @param thread null for the thread that calls
     */
    static Optional<ImagePlus> currentOf(Thread thread) {
        if (thread != null && thread != Thread.currentThread())
            WindowManager.setTempCurrentImage(null); // left here by what SciJava ran on this thread before
        return temporary(thread).or(() -> Optional.ofNullable(WindowManager.getCurrentImage()));
    }

    private static Optional<ImagePlus> temporary(Thread thread) {
        if (thread == null) return Optional.empty();
        try {
            Field table = WindowManager.class.getDeclaredField("tempImageTable");
            table.setAccessible(true);
            return Optional.ofNullable((ImagePlus) ((Map<?, ?>) table.get(null)).get(thread));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty(); // another version of ImageJ: the active image has to do
        }
    }
}
