package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.util.List;

/** The {@linkplain Patch#gray() means of the channels} of other images. */
public final class GrayImages implements ImageSet {

    private final ImageSet images;

    public GrayImages(ImageSet images) {
        this.images = images;
    }

    @Override
    public String name() {
        return images.name();
    }

    @Override
    public List<String> names() {
        return images.names();
    }

    @Override
    public Patch read(int index) throws IOException {
        return images.read(index).gray();
    }

    @Override
    public String sha256() throws IOException {
        return images.sha256();
    }
}
