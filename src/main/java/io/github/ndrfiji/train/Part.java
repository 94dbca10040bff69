package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Some images of a set. The set is divided by a checksum of the images' names (in joined sets with that of their
 * folder), so that the same images are held out whenever these are trained on.
 */
final class Part implements ImageSet {

    private final ImageSet images;
    private final List<Integer> indices;

    private Part(ImageSet images, List<Integer> indices) {
        this.images = images;
        this.indices = indices;
    }

    /** The numbers of the images that are held out, about one in {@code every}, at least one of two. */
    private static Set<Integer> heldOut(List<String> names, int every) {
        Set<Integer> heldOut = new HashSet<>();
        int first = 0;
        for (int i = 0; i < names.size(); i++) {
            if (checksum(names.get(i)) % every == 0) heldOut.add(i);
            if (checksum(names.get(i)) < checksum(names.get(first))) first = i;
        }
        if (heldOut.isEmpty() && names.size() > 1) heldOut.add(first);
        return heldOut;
    }

    private static long checksum(String name) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    static Part heldOut(ImageSet images, int every) {
        return part(images, every, true);
    }

    static Part trainedOn(ImageSet images, int every) {
        return part(images, every, false);
    }

    private static Part part(ImageSet images, int every, boolean heldOut) {
        Set<Integer> chosen = heldOut(images.names(), every);
        return new Part(
                images,
                IntStream.range(0, images.names().size())
                        .filter(i -> chosen.contains(i) == heldOut)
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
