package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.model.Sha256;
import io.github.ndrfiji.train.ImageSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The planes of an open stack, as training sees them: each channel of each plane is an image, or the three channels of an
 * RGB plane together. Read one at a time, so a virtual stack stays on its disk.
 */
final class StackImages implements ImageSet {

    private final String name;
    private final Planes planes;
    private final List<ValueRange> ranges;
    private final int channels;
    private final List<String> names = new ArrayList<>();
    private String sha256;

    /**
     * @param ranges of each of the stack's channels
     * @param channels of the network
     * @throws IllegalArgumentException if the stack has colours, but the network takes none
     */
    StackImages(ImagePlus stack, List<ValueRange> ranges, int channels) {
        this.name = stack.getTitle();
        this.planes = ImagePlusPlanes.planes(stack);
        this.ranges = ranges;
        this.channels = channels;
        if (planes.isColour() && channels != planes.channels())
            throw new IllegalArgumentException("'" + name + "' is an RGB image, but the model takes " + channels
                    + " channel; convert it by Image > Type > 8-bit, or begin with a model of three channels.");
        for (long i = 0; i < planes.count() * groups(); i++) names.add("%06d".formatted(i + 1));
    }

    private int groups() {
        return planes.isColour() ? 1 : planes.channels();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Patch read(int index) {
        int together = planes.channels() / groups();
        int first = index % groups();
        Plane plane = planes.plane(index / groups(), first, together);
        return plane.read(0, 0, plane.width(), plane.height(), ranges.subList(first, first + together))
                .repeated(channels);
    }

    @Override
    public String sha256() throws IOException {
        if (sha256 == null) {
            List<String> digests = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) digests.add(Sha256.of(read(i).values()));
            sha256 = Sha256.of(String.join("", digests));
        }
        return sha256;
    }
}
