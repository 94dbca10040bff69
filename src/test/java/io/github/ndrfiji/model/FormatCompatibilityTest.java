package io.github.ndrfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.model.Provenance.DataSource;
import io.github.ndrfiji.model.Provenance.Versions;
import io.github.ndrfiji.network.NetworkConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundles under {@code bundles/} were written by earlier versions, are never written again, and open for ever. */
class FormatCompatibilityTest {

    @TempDir
    Path folder;

    @Test
    void aBundleOfFormat1Opens() throws IOException {
        ModelBundle bundle = open("format-1");
        NetworkConfig network = new NetworkConfig(1, 2, List.of(0, 0, 0, 1), List.of(1, 1, 1, 2), 0, 1.0, 2, 3, 1, 1);
        assertEquals(
                new ModelInfo(
                        "format-1", "Random weights for tests", network, "auto", 64, 16, List.of("noise", "haze")),
                bundle.info());
        assertEquals(
                new Provenance(
                        TrainingOrder.JOINT,
                        -7,
                        1_000_000_000_000L,
                        Instant.parse("2026-01-31T12:00:00Z"),
                        Instant.parse("2026-02-01T01:02:03.456Z"),
                        Map.of("batch", "4", "rate", "1e-4"),
                        List.of(new DataSource("photos", 200, "0123456789abcdef".repeat(4), 0.5)),
                        new Versions("0.1.0", "0.35.1", "2.7.1", "17.0.15"),
                        Map.of("PSNR noise 25", 27.25)),
                bundle.provenance());
        assertEquals("# Minimal\n\nKnows nothing: \u00e4\u00f6\u00fc.\n", bundle.card());
        assertTrue(bundle.canDegrade());
        // The weights are the first numbers of java.util.Random(7).nextGaussian().
        assertArrayEquals(
                new float[] {0.8452061f, 0.9128762f, -0.28707865f, 0.7518594f, 1.3354737f, -0.94997895f},
                bundle.weights().get("dictionary").values());
    }

    /** Were it not so, the format would have changed without a new version. */
    @Test
    void format1IsStillWrittenByteForByte() throws IOException {
        Path file = folder.resolve("again.ndr");
        open("format-1").write(file);
        try (InputStream fixture = resource("format-1")) {
            assertArrayEquals(fixture.readAllBytes(), Files.readAllBytes(file));
        }
    }

    private static ModelBundle open(String name) throws IOException {
        try (InputStream in = resource(name)) {
            return ModelBundle.read(in, name);
        }
    }

    private static InputStream resource(String name) {
        return FormatCompatibilityTest.class.getResourceAsStream("/bundles/" + name + ".ndr");
    }
}
