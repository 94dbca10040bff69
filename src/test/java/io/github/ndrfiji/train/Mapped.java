package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;

/** The images of a set, each changed by a function of it and its number. */
record Mapped(String name, ImageSet images, BiFunction<Patch, Integer, Patch> change) implements ImageSet {

    @Override
    public List<String> names() {
        return images.names();
    }

    @Override
    public Patch read(int index) throws IOException {
        return change.apply(images.read(index), index);
    }

    @Override
    public String sha256() throws IOException {
        return images.sha256();
    }
}
