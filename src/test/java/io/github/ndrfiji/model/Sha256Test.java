package io.github.ndrfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 65_537, 200_000})
    void numbersAreDigestedAsTheirBytes(int count) {
        float[] values = new float[count];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < count; i++) values[i] = (float) random.nextDouble();
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        assertEquals(HexFormat.of().formatHex(Sha256.digest().digest(bytes.array())), Sha256.of(values));
    }
}
