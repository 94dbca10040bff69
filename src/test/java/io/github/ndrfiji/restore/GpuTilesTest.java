package io.github.ndrfiji.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.NeedsGpu;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tiles through a real network on a GPU. */
@NeedsGpu
class GpuTilesTest {

    private static final int SIDE = 64;

    /** What a GPU may differ by from the processor, of values from 0 to 1. */
    private static final float TOLERANCE = 1e-3f;

    private final ModelBundle bundle = RandomModel.bundle(NetworkConfig.compact(1), SIDE, 8);

    @Test
    void theResultIsThatOfTheProcessor() {
        List<Patch> tiles = tiles(4);

        assertClose(restored(Device.cpu(), tiles), restored(Device.parse("gpu"), tiles));
    }

    @Test
    void manyTilesAtOnceGiveWhatTheyGiveOneByOne() {
        List<Patch> tiles = tiles(6);
        List<Patch> single = new ArrayList<>();
        for (Patch tile : tiles) single.addAll(restored(Device.parse("gpu"), List.of(tile)));

        assertClose(single, restored(Device.parse("gpu"), tiles));
    }

    @Test
    void aGpuTakesManyTilesAtOnceAndGivesWayToTheProcessor() {
        try (NdrModel model = NdrModel.open(bundle, Device.auto())) {
            ModelTiles tiles = new ModelTiles(model);
            assertEquals("gpu:0", tiles.device());
            assertTrue(tiles.batch(SIDE * SIDE) > 1, tiles.batch(SIDE * SIDE) + " tiles");
            assertTrue(tiles.toProcessor());
            assertEquals("cpu", tiles.device());
        }
    }

    private List<Patch> restored(Device device, List<Patch> tiles) {
        try (NdrModel model = NdrModel.open(bundle, device)) {
            return new ModelTiles(model)
                    .restore(tiles).stream().map(RestoredTile::image).toList();
        }
    }

    private static void assertClose(List<Patch> expected, List<Patch> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++)
            assertArrayEquals(expected.get(i).values(), actual.get(i).values(), TOLERANCE);
    }

    private static List<Patch> tiles(int count) {
        SplittableRandom random = new SplittableRandom(3);
        List<Patch> tiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[SIDE * SIDE];
            for (int k = 0; k < values.length; k++) values[k] = (float) random.nextDouble();
            tiles.add(new Patch(values, 1, SIDE, SIDE));
        }
        return tiles;
    }
}
