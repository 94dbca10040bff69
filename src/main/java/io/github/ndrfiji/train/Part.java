package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Some images of a set. The set is divided by a checksum of the images' names (in joined sets with that of their
 * folder), so that the same images are held out whenever these are trained on. Stacks that are as many as there is one
 * image held out of are held out as a whole; of fewer it would be too large a share, and their planes are divided.
 */
final class Part implements ImageSet {

    /** What follows a file's name in that of a plane of a stack. */
    private static final Pattern PLANE = Pattern.compile("#\\d{6,}$");

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
        Function<String, String> unit = unit(names, every);
        Map<String, Long> checksums = new HashMap<>();
        for (String name : names) checksums.computeIfAbsent(unit.apply(name), Part::checksum);
        Set<String> chosen = new HashSet<>();
        checksums.forEach((name, checksum) -> {
            if (checksum % every == 0) chosen.add(name);
        });
        if (checksums.size() > 1) {
            Comparator<Map.Entry<String, Long>> byChecksum = Map.Entry.comparingByValue();
            if (chosen.isEmpty())
                chosen.add(Collections.min(checksums.entrySet(), byChecksum).getKey());
            if (chosen.size() == checksums.size())
                chosen.remove(Collections.max(checksums.entrySet(), byChecksum).getKey());
        }
        BitSet heldOut = new BitSet();
        for (int i = 0; i < names.size(); i++) if (chosen.contains(unit.apply(names.get(i)))) heldOut.set(i);
        if (checksums.size() == 1 && names.size() > 1) { // all of one name
            heldOut.clear();
            heldOut.set(0);
        }
        return heldOut;
    }

    /** What is held out as one: of enough stacks the whole file, since the planes of one resemble each other. */
    private static Function<String, String> unit(List<String> names, int every) {
        Function<String, String> file = name -> PLANE.matcher(name).replaceFirst("");
        return names.stream().map(file).distinct().limit(every).count() == every ? file : Function.identity();
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
