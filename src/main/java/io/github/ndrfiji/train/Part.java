package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Some images of a set. The set is divided by the images' names, so that the same images are held out from every
 * training.
 */
final class Part implements ImageSet {

    private final ImageSet images;
    private final List<Integer> indices;

    private Part(ImageSet images, List<Integer> indices) {
        this.images = images;
        this.indices = indices;
    }

    /** Whether an image is held out, where one in {@code every} is. */
    static boolean isHeldOut(String name, int every) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return every > 0 && crc.getValue() % every == 0;
    }

    static Part heldOut(ImageSet images, int every) {
        return part(images, every, true);
    }

    static Part trainedOn(ImageSet images, int every) {
        return part(images, every, false);
    }

    private static Part part(ImageSet images, int every, boolean heldOut) {
        List<String> names = images.names();
        return new Part(
                images,
                IntStream.range(0, names.size())
                        .filter(i -> isHeldOut(names.get(i), every) == heldOut)
                        .boxed()
                        .toList());
    }

    @Override
    public String name() {
        return images.name();
    }

    @Override
    public List<String> names() {
        return indices.stream().map(images.names()::get).toList();
    }

    @Override
    public Patch read(int index) throws IOException {
        return images.read(indices.get(index));
    }

    @Override
    public String sha256() throws IOException {
        return images.sha256();
    }
}
