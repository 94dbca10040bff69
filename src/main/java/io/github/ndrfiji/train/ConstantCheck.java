package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/** Finds images that show nothing: all their values are equal, channel by channel. */
final class ConstantCheck implements ImageCheck {

    private final String set;
    private final Tally tally = new Tally();

    ConstantCheck(String set) {
        this.set = set;
    }

    private static boolean isConstant(Patch image) {
        int area = image.height() * image.width();
        for (int i = 0; i < image.values().length; i++)
            if (image.values()[i] != image.values()[i / area * area]) return false;
        return true;
    }

    @Override
    public void look(String name, Patch image) {
        tally.count(name, isConstant(image));
    }

    @Override
    public Optional<Finding> finding() {
        if (!tally.any()) return Optional.empty();
        if (tally.all())
            return Optional.of(Finding.error(
                    "There must be something to see, but in every image looked at in '" + set + "' (" + tally
                            + ") all values are equal, such as in " + tally.first() + "; choose other images."));
        return Optional.of(Finding.warning("In " + tally + " images looked at in '" + set
                + "' all values are equal, such as in " + tally.first()
                + "; nothing can be learned from them: leave them out."));
    }
}
