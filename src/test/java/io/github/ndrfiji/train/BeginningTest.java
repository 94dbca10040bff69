package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.network.NetworkConfig;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeginningTest {

    private static final ValueRangePolicy TWELVE_BITS = ValueRangePolicy.parse("0:4095");

    @Test
    void withRandomWeightsTheDefaultsHold() {
        Beginning beginning = Beginning.atRandom(NetworkConfig.tiny(1));
        assertEquals(ValueRangePolicy.AUTO, beginning.range(ValueRangePolicy.AUTO));
        assertEquals(TWELVE_BITS, beginning.range(TWELVE_BITS));
        assertEquals(TrainSettings.of(NetworkConfig.tiny(1), 700), beginning.settings(700));
        assertEquals(288, beginning.tileContext());
        assertEquals(32, beginning.tileOverlap(288));
        assertEquals(24, beginning.tileOverlap(48), "at most half of a tile");
    }

    @Test
    void aModelHandsOnWhatItIs() throws IOException {
        Beginning beginning = Beginning.with(model("0:255"));
        assertEquals(2, beginning.network().dim());
        assertEquals(ValueRangePolicy.parse("0:255"), beginning.range(ValueRangePolicy.AUTO));
        assertEquals(TWELVE_BITS, beginning.range(TWELVE_BITS));
        assertEquals(TrainSettings.fineTuning(beginning.network(), 700), beginning.settings(700));
        assertEquals(64, beginning.tileContext());
        assertEquals(16, beginning.tileOverlap(64));
        assertEquals(8, beginning.tileOverlap(16), "at most half of a tile");
    }

    /** The model of the fixture, whose tiles have 64 pixels and overlap by 16, with another value range. */
    private static ModelBundle model(String range) throws IOException {
        try (InputStream in = BeginningTest.class.getResourceAsStream("/bundles/format-1.ndr")) {
            ModelBundle bundle = ModelBundle.read(in, "format-1");
            ModelInfo info = bundle.info();
            ModelInfo other =
                    new ModelInfo(info.name(), info.description(), info.network(), range, 64, 16, info.degradations());
            return new ModelBundle(other, bundle.weights(), bundle.provenance(), bundle.card(), Optional.empty());
        }
    }
}
