package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the images that were used last in memory, up to a number of bytes. */
public final class CachedImages implements ImageSet {

    private final ImageSet images;
    private final long capacity;
    private final Map<Integer, Patch> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Keeps up to that many bytes of the set's images. */
    public CachedImages(ImageSet images, long capacity) {
        this.images = images;
        this.capacity = capacity;
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
        Patch patch = kept.get(index);
        if (patch != null) return patch;
        patch = images.read(index);
        kept.put(index, patch);
        bytes += bytes(patch);
        var eldest = kept.values().iterator();
        while (bytes > capacity && eldest.hasNext()) {
            bytes -= bytes(eldest.next());
            eldest.remove();
        }
        return patch;
    }

    /** Bytes of the images that are kept now. */
    public long bytes() {
        return bytes;
    }

    private static long bytes(Patch patch) {
        return (long) patch.values().length * Float.BYTES;
    }

    @Override
    public String sha256() throws IOException {
        return images.sha256();
    }
}
