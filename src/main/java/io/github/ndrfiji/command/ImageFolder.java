package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.Sample;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.model.Sha256;
import io.github.ndrfiji.train.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The image files of a folder, as training sees them. Each file is an image; of a stack in a TIFF file each plane is
 * one, and each channel too, unless they are red, green and blue of one picture.
 *
 * <p>A file is opened when one of its images is read, and of a stack only that plane. Memory holds the files' names and
 * value ranges.
 */
public final class ImageFolder implements ImageSet {

    /** Bytes of all files up to which they are told from others as a whole. */
    private static final long MOST_BYTES = 1L << 30;

    /** Bytes of a file's beginning by which it is told from others in a larger folder. */
    private static final int HEAD = 1 << 22;

    /** Virtual stacks that are kept open. */
    private static final int OPEN = 8;

    private final Path folder;
    private final List<Path> files;
    private final int[] ends; // the number of images up to each file's last
    private final int channels;
    private final boolean rgb;
    private final ValueRangePolicy policy;
    private final Optional<ImageFolder> degraded;
    private final List<String> names = new Names();
    private final Map<Integer, Ranges> ranges = new HashMap<>();
    private final Map<Integer, ImagePlus> open = new LinkedHashMap<>(OPEN + 1, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ImagePlus> eldest) {
            return size() > OPEN;
        }
    };
    private String sha256;

    /**
     * A file's value ranges by channel.
     *
     * @param stored as its pixels are
     * @param shown as ImageJ shows them
     * @param bits of an integer sample, 32 for floating-point ones
     * @param function by which stored values are shown
     */
    private record Ranges(List<ValueRange> stored, List<ValueRange> shown, int bits, List<Number> function) {}

    private ImageFolder(
            Path folder,
            List<Path> files,
            int[] ends,
            int channels,
            boolean rgb,
            ValueRangePolicy policy,
            Optional<ImageFolder> degraded) {
        this.folder = folder;
        this.files = files;
        this.ends = ends;
        this.channels = channels;
        this.rgb = rgb;
        this.policy = policy;
        this.degraded = degraded;
    }

    /**
     * The images of the files that lie in a folder itself. Reads what its TIFF files say of their planes.
     *
     * @param channels of the network: gray images are repeated for each; colours need three
     * @param range of each file by itself, over all planes of a stack or a {@linkplain Planes#sample() sample} of them, as
     *     it is when the file is restored
     * @throws IOException if there are none
     */
    public static ImageFolder of(Path folder, int channels, ValueRangePolicy range) throws IOException {
        return of(folder, channels, range, false);
    }

    /**
     * The same.
     *
     * @param rgb whether the channels of composites that have as many as the network are red, green and blue of one picture,
     *     as those of RGB pixels are
     */
    public static ImageFolder of(Path folder, int channels, ValueRangePolicy range, boolean rgb) throws IOException {
        List<Path> files = ImageFiles.inFolder(folder);
        int[] ends = new int[files.size()];
        for (int i = 0; i < ends.length; i++)
            ends[i] = Math.addExact(i == 0 ? 0 : ends[i - 1], imagesIn(files.get(i), channels, rgb));
        return new ImageFolder(folder, files, ends, channels, rgb, range, Optional.empty());
    }

    private static int imagesIn(Path file, int channels, boolean rgb) throws IOException {
        if (!ImageFiles.isTiffStack(file)) return 1;
        Planes planes = ImagePlusPlanes.planes(ImageFiles.openLazily(file));
        return Math.toIntExact(planes.count() * groups(planes, channels, rgb));
    }

    /** How many images the channels of a plane make. */
    private static int groups(Planes planes, int channels, boolean rgb) {
        return planes.isColour() || rgb && planes.channels() == channels ? 1 : planes.channels();
    }

    /**
     * The images of depths for {@link io.github.ndrfiji.train.Source.Synthetic#withDepths}: gray ones with their values as
     * they are.
     *
     * @throws IOException if there are none
     */
    public static ImageFolder ofDepths(Path folder) throws IOException {
        return of(folder, 1, ValueRangePolicy.given(ValueRange.UNIT));
    }

    /**
     * The same images, read with the value ranges of others, file by file: a clean image with those of its degraded one,
     * which are all that is known when an image is restored.
     *
     * @param degraded with files of the same names
     */
    public ImageFolder withRangesOf(ImageFolder degraded) {
        return new ImageFolder(folder, files, ends, channels, rgb, policy, Optional.of(degraded));
    }

    @Override
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /**
     * File names without their extension, so that pairs may be stored in different formats; for the images of a stack with
     * their number, from {@code name#000001} on.
     */
    @Override
    public List<String> names() {
        return names;
    }

    private final class Names extends AbstractList<String> {
        @Override
        public String get(int index) {
            int file = fileOf(index);
            String stem = files.get(file).getFileName().toString().replaceFirst("\\.[^.]*$", "");
            return ends[file] - start(file) == 1 ? stem : stem + "#%06d".formatted(index - start(file) + 1);
        }

        @Override
        public int size() {
            return ends[ends.length - 1];
        }
    }

    private int fileOf(int index) {
        int found = Arrays.binarySearch(ends, index + 1);
        return found >= 0 ? found : -found - 1;
    }

    /** The number of a file's first image. */
    private int start(int file) {
        return file == 0 ? 0 : ends[file - 1];
    }

    /**
     * The image of that number.
     *
     * @throws IOException if the file cannot be read, or has other channels or planes than it can have
     * @throws IllegalArgumentException if its values cannot be compared with those of its degraded image, since both are
     *     integers of different depths
     */
    @Override
    public Patch read(int index) throws IOException {
        int file = fileOf(index);
        ImagePlus image = image(file);
        Planes planes = planes(file, image);
        int groups = groups(planes, channels, rgb);
        int together = planes.channels() / groups;
        int number = index - start(file);
        int first = number % groups * together;
        List<ValueRange> units = ranges(file, image);
        Plane plane = planes.plane(number / groups, first, together);
        return plane.read(0, 0, plane.width(), plane.height(), units.subList(first, first + together))
                .repeated(channels);
    }

    private ImagePlus image(int file) throws IOException {
        ImagePlus image = open.get(file);
        if (image == null) {
            image = ImageFiles.openLazily(files.get(file));
            if (image.getStack().isVirtual()) open.put(file, image);
        }
        return image;
    }

    private Planes planes(int file, ImagePlus image) throws IOException {
        Planes planes = ImagePlusPlanes.planes(image);
        if (planes.isColour() && planes.channels() != channels
                || planes.count() * groups(planes, channels, rgb) != ends[file] - start(file))
            throw new IOException("'" + files.get(file) + "' has " + planes
                    + ", but this network learns from single planes, or stacks in TIFF files, with "
                    + (channels == 1 ? "one channel" : "one channel or " + channels) + "; split or convert the image.");
        return planes;
    }

    private List<ValueRange> ranges(int file, ImagePlus image) throws IOException {
        if (degraded.isEmpty()) return own(file, image).stored;
        Ranges given = degraded.get().own(file);
        int bits = bits(image);
        if (bits < 32 && given.bits < 32 && bits != given.bits)
            throw new IllegalArgumentException("'" + files.get(file) + "' has " + bits + " bits and '"
                    + degraded.get().files.get(file) + "' " + given.bits
                    + ", so that their values cannot be compared; convert one of them.");
        List<ValueRange> ranges = given.function.equals(ShownRange.function(image))
                ? given.stored
                : given.shown.stream()
                        .map(range -> ShownRange.stored(range, image))
                        .toList();
        return IntStream.range(0, ImagePlusPlanes.planes(image).channels())
                .mapToObj(c -> ranges.get(Math.min(c, ranges.size() - 1)))
                .toList();
    }

    private Ranges own(int file) throws IOException {
        Ranges own = ranges.get(file);
        return own != null ? own : own(file, image(file));
    }

    private Ranges own(int file, ImagePlus image) {
        return ranges.computeIfAbsent(file, i -> {
            Planes planes = ImagePlusPlanes.planes(image);
            List<ValueRange> stored = ShownRange.stored(policy, image).ranges(planes.sample(), Progress.NONE);
            List<ValueRange> shown =
                    stored.stream().map(range -> ShownRange.shown(range, image)).toList();
            return new Ranges(stored, shown, bits(image), ShownRange.function(image));
        });
    }

    /** Bits of a sample. */
    private static int bits(ImagePlus image) {
        return image.getBitDepth() == 24 ? 8 : image.getBitDepth();
    }

    /**
     * That of the files' SHA-256. Of files of more than a gigabyte together: SHA-256 of all their names and sizes, and of
     * the SHA-256 of the first 4 MiB of each, or of 256 evenly spaced ones.
     */
    @Override
    public String sha256() throws IOException {
        if (sha256 == null) {
            StringBuilder text = new StringBuilder();
            long bytes = 0;
            for (Path file : files) {
                text.append(file.getFileName())
                        .append(' ')
                        .append(Files.size(file))
                        .append('\n');
                bytes += Files.size(file);
            }
            sha256 = bytes <= MOST_BYTES ? ofWhole() : ofSample(text);
        }
        return sha256;
    }

    private String ofWhole() throws IOException {
        List<String> digests = new ArrayList<>();
        for (Path file : files) digests.add(Sha256.of(file));
        return Sha256.of(String.join("", digests));
    }

    private String ofSample(StringBuilder text) throws IOException {
        for (long i : Sample.of(files.size(), HEAD / Float.BYTES)) text.append(Sha256.of(files.get((int) i), HEAD));
        return Sha256.of(text.toString());
    }
}
