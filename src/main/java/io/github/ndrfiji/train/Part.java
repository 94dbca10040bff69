package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Some images of a set. The set is divided by a checksum of the images' names (in joined sets with that of their
 * folder), so that the same images are held out whenever these are trained on.
 */
final class Part implements ImageSet {

    private final ImageSet images;
    private final int[] indices;
    private final List<String> names;

    private Part(ImageSet images, int[] indices) {
        List<String> all = images.names();
        this.images = images;
        this.indices = indices;
        this.names = new AbstractList<>() {
            @Override
            public String get(int index) {
                return all.get(indices[index]);
            }

            @Override
            public int size() {
                return indices.length;
            }
        };
    }

    /** The numbers of the images that are held out, about one in {@code every}; of two and more at least one, and not all. */
    private static BitSet heldOut(List<String> names, int every) {
        BitSet heldOut = new BitSet();
        int first = 0;
        int last = 0;
        long least = Long.MAX_VALUE;
        long largest = -1;
        for (int i = 0; i < names.size(); i++) {
            long checksum = checksum(names.get(i));
            if (checksum % every == 0) heldOut.set(i);
            if (checksum < least) {
                least = checksum;
                first = i;
            }
            if (checksum > largest) {
                largest = checksum;
                last = i;
            }
        }
        if (names.size() > 1) {
            if (heldOut.isEmpty()) heldOut.set(first);
            if (heldOut.cardinality() == names.size()) heldOut.clear(last);
        }
        return heldOut;
    }

    private static long checksum(String name) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    static Part heldOut(ImageSet images, int every) {
        return of(images, every, true);
    }

    static Part trainedOn(ImageSet images, int every) {
        return of(images, every, false);
    }

    static Part of(ImageSet images, int every, boolean heldOut) {
        BitSet chosen = heldOut(images.names(), every);
        return new Part(
                images,
                IntStream.range(0, images.names().size())
                        .filter(i -> chosen.get(i) == heldOut)
                        .toArray());
    }

    /** The images of the same numbers of another set. */
    Part same(ImageSet others) {
        return new Part(others, indices);
    }

    @Override
    public String name() {
        return images.name();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Patch read(int index) throws IOException {
        return images.read(indices[index]);
    }

    @Override
    public String sha256() throws IOException {
        return images.sha256();
    }
}
