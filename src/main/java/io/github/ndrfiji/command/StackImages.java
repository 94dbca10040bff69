package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Sample;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.model.Sha256;
import io.github.ndrfiji.train.ImageSet;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/**
 * The planes of an open stack, as training sees them: each channel of each plane is an image, or the three channels of an
 * RGB plane together. Read one at a time, so a virtual stack stays on its disk.
 */
final class StackImages implements ImageSet {

    private final String name;
    private final Planes planes;
    private final List<ValueRange> ranges;
    private final int channels;
    private final List<String> names;
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
        int count = Math.toIntExact(planes.count() * groups());
        this.names = new AbstractList<>() {
            @Override
            public String get(int index) {
                return "%06d".formatted(Objects.checkIndex(index, count) + 1);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    /** The value ranges of a stack's channels: over all its planes, or a {@linkplain Planes#sample() sample} of them. */
    static List<ValueRange> ranges(ImagePlus stack, ValueRangePolicy policy, Progress progress) {
        return ShownRange.stored(policy, stack)
                .ranges(ImagePlusPlanes.planes(stack).sample(), progress);
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

    /**
     * That of the images' SHA-256. Of a stack of more than a gigabyte as 32-bit values: SHA-256 of its size in pixels,
     * channels and planes, and of the SHA-256 of a {@linkplain Sample sample} of its images.
     */
    @Override
    public String sha256() {
        if (sha256 == null) {
            int together = planes.channels() / groups();
            long[] sample = Sample.of(names.size(), (long) planes.width() * planes.height() * together);
            StringBuilder text = new StringBuilder(sample.length == names.size() ? "" : planes.toString());
            for (long i : sample) text.append(Sha256.of(read((int) i).values()));
            sha256 = Sha256.of(text.toString());
        }
        return sha256;
    }
}
