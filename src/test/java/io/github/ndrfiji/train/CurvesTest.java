package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static Curves.Score score(Map<String, Double> metrics) {
        return new Curves.Score(100, 33.914, 0.9, metrics, true);
    }

    @Test
    void thePsnrBeforeIsTheMeanOverTheKinds() {
        Curves.Score score = score(Map.of(
                "PSNR noise",
                30.0,
                "PSNR noise before",
                18.0,
                "PSNR haze",
                38.0,
                "PSNR haze before",
                21.98,
                "SSIM haze",
                0.9,
                "SSIM haze before",
                0.5));
        assertEquals(19.99, score.psnrBefore().orElseThrow(), 1e-9);
        assertEquals("PSNR 33.91 dB (degraded 19.99)", score.inWords());
    }

    @Test
    void aKindThatIsNamedBeforeIsNone() {
        assertEquals(
                OptionalDouble.of(18),
                score(Map.of("PSNR image before", 30.0, "PSNR image before before", 18.0))
                        .psnrBefore());
    }

    @Test
    void imagesThatGrowHaveNone() {
        assertEquals("PSNR 33.91 dB", score(Map.of("PSNR downsample", 33.914)).inWords());
    }
}
