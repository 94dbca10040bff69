package io.github.ndrfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a bundle's bytes, it opens as it was written or is refused. */
class DamagedBundleTest {

    private static final int SEEDS = 1500;
    /** A good bundle takes about 1 MB to read; a header may claim 2 MB before it is found out. */
    private static final long MAX_ALLOCATED = 8 << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @Test
    void randomDamageIsRefusedOrHarmless() throws IOException {
        Path file = folder.resolve("a.ndr");
        ModelBundle bundle = Bundles.complete().forRestoring();
        bundle.write(file);
        byte[] good = Files.readAllBytes(file);
        int refused = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Files.write(file, damaged(good, new Random(seed)));
            if (isRefused(seed, () -> assertEquals(bundle, ModelBundle.read(file)))) refused++;
        }
        assertTrue(refused > SEEDS / 2, refused + " refused");
    }

    private interface Reading {
        void run() throws IOException;
    }

    private boolean isRefused(int seed, Reading reading) {
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            reading.run();
        } catch (ModelFormatException e) {
            refused = true;
        } catch (IOException | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < MAX_ALLOCATED, "seed " + seed + " allocated " + allocated);
        return refused;
    }

    /** The checksums of the zip do not notice; the content may have become another good one. */
    @Test
    void randomDamageBeforeZippingIsRefusedOrHarmless() throws IOException {
        Path file = folder.resolve("a.ndr");
        Checkpoint checkpoint = Bundles.checkpoint();
        new Checkpoint(checkpoint.model().forRestoring(), checkpoint.state(), checkpoint.stateArrays()).write(file);
        Map<String, byte[]> good = Zips.entries(file);
        List<String> names = List.copyOf(good.keySet());
        int refused = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Map<String, byte[]> entries = new LinkedHashMap<>(good);
            entries.computeIfPresent(names.get(seed % names.size()), (name, bytes) -> damaged(bytes, random));
            Zips.write(file, entries);
            if (isRefused(seed, () -> Checkpoint.read(file))) refused++;
        }
        assertTrue(refused > SEEDS / 2, refused + " refused");
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = position(bytes.length, random);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = spliced(bytes, at, at + random.nextInt(bytes.length - at), new byte[0]);
                default -> {
                    byte[] inserted = new byte[random.nextInt(20)];
                    random.nextBytes(inserted);
                    bytes = spliced(bytes, at, at, inserted);
                }
            }
            if (bytes.length == 0) return bytes;
        }
        return bytes;
    }

    /** Half of the damage hits the zip's directory, at the end. */
    private static int position(int length, Random random) {
        return random.nextBoolean() ? random.nextInt(length) : length - 1 - random.nextInt(Math.min(length, 300));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] inserted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(inserted);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
