package io.github.ndrfiji.cli;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.Planes;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.model.Sha256;
import io.github.ndrfiji.train.ImageSet;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The images of a folder, each a single plane, as training sees them. */
final class ImageFolder implements ImageSet {

    private final Path folder;
    private final List<Path> files;
    private final int channels;
    private final ValueRangePolicy range;
    private String sha256;

    private ImageFolder(Path folder, List<Path> files, int channels, ValueRangePolicy range) {
        this.folder = folder;
        this.files = files;
        this.channels = channels;
        this.range = range;
    }

    /**
     * The images that lie in a folder itself.
     *
     * @param channels of the network: gray images are repeated for each; colours need three
     * @throws IOException if there are none
     */
    static ImageFolder of(Path folder, int channels, ValueRangePolicy range) throws IOException {
        if (!Files.isDirectory(folder))
            throw new FileNotFoundException("'" + folder + "' is not a folder; give one with images to train on.");
        return new ImageFolder(folder, FileJob.imagesOf(folder), channels, range);
    }

    @Override
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** File names without their extension, so that pairs may be stored in different formats. */
    @Override
    public List<String> names() {
        return files.stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.[^.]*$", ""))
                .toList();
    }

    @Override
    public Patch read(int index) throws IOException {
        Path file = files.get(index);
        ImagePlus image = ImageFiles.open(file);
        Planes planes = ImagePlusPlanes.planes(image);
        if (planes.count() != 1 || planes.channels() != 1 && planes.channels() != channels)
            throw new IOException("'" + file + "' has " + planes + ", but this network learns from single planes with "
                    + (channels == 1 ? "one channel" : "one channel or " + channels) + "; split or convert the image.");
        List<ValueRange> ranges = ShownRange.stored(range, image).ranges(planes, Progress.NONE);
        Plane plane = planes.plane(0, 0, planes.channels());
        return plane.read(0, 0, plane.width(), plane.height(), ranges).repeated(channels);
    }

    @Override
    public String sha256() throws IOException {
        if (sha256 == null) {
            List<String> digests = new ArrayList<>();
            for (Path file : files) digests.add(Sha256.of(file));
            sha256 = Sha256.of(String.join("", digests));
        }
        return sha256;
    }
}
