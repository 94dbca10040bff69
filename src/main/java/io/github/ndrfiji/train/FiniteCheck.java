package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/** Finds values that are not numbers, of which a network learns nothing but such values. */
final class FiniteCheck implements ImageCheck {

    private final String set;
    private final Tally tally = new Tally();

    FiniteCheck(String set) {
        this.set = set;
    }

    static boolean isFinite(Patch image) {
        for (float value : image.values()) if (!Float.isFinite(value)) return false;
        return true;
    }

    @Override
    public void look(String name, Patch image) {
        tally.count(name, !isFinite(image));
    }

    @Override
    public Optional<Finding> finding() {
        if (!tally.any()) return Optional.empty();
        return Optional.of(
                Finding.error(
                        "All values must be numbers, but " + tally + " images looked at in '" + set
                                + "' hold NaN or infinite values, such as " + tally.first()
                                + "; replace these values (Process > Math > NaN... does so for whole images), or leave the images out."));
    }
}
