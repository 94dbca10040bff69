package io.github.ndrfiji.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.ToldProgress;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FingerprintMeasurementTest {

    private static final int SIDE = 32;

    /** Images whose first rows are no numbers, as the border of registered ones. */
    private record Bordered(int rows) implements ImageSet {

        @Override
        public String name() {
            return "registered";
        }

        @Override
        public List<String> names() {
            return List.of("a", "b");
        }

        @Override
        public Patch read(int index) {
            Patch image = new Scenes("scenes", 2, 1, SIDE).read(index);
            Arrays.fill(image.values(), 0, rows * SIDE, Float.NaN);
            return image;
        }

        @Override
        public String sha256() {
            return "";
        }
    }

    private static Optional<Fingerprints> of(int border, Progress progress) throws IOException {
        return of(new Bordered(border), progress);
    }

    private static Optional<Fingerprints> of(ImageSet images, Progress progress) throws IOException {
        Source source = Source.synthetic(images, DegradationRange.parse("noise:20"), 1, 0);
        NetworkConfig network = NetworkConfig.tiny(1);
        try (Scope scope = Scope.on(Device.cpu());
                Ndr ndr = Ndr.random(network, Device.cpu(), new SplittableRandom(1))) {
            return new FingerprintMeasurement(new Mixture(List.of(new Mixture.Part(source, 1))), 16).of(ndr, progress);
        }
    }

    @Test
    void aBorderOfNoNumbersIsLeftOut() throws IOException {
        Fingerprints fingerprints = of(10, Progress.NONE).orElseThrow();
        assertEquals(2, fingerprints.all().size(), "with more than 8 bits, and with 8");
        assertTrue(fingerprints.all().stream().allMatch(one -> one.patches() == 64));
    }

    @Test
    void imagesWithoutACropOfNumbersAreToldAndCostNoModel() throws IOException {
        List<String> told = new ArrayList<>();
        Progress progress = new ToldProgress(told);
        assertEquals(Optional.empty(), of(20, progress));
        assertEquals(
                List.of(
                        "The model gets no fingerprints, because held-out images of 'noise:20' cannot be used: All values must"
                                + " be numbers, but 'b' of 'noise' holds NaN or infinite values; replace these (Process > Math > NaN..."
                                + " does so for whole images), or leave the image out."),
                told);
    }

    @Test
    void anImageThatIsTooSmallIsLeftOut() throws IOException {
        ImageSet oneSmall = new Mapped(
                "one small",
                new Scenes("scenes", 4, 1, SIDE),
                (image, index) -> index == 0 ? Patch.zeros(1, 8, 8) : image);
        Fingerprints fingerprints = of(oneSmall, Progress.NONE).orElseThrow();
        assertTrue(fingerprints.all().stream().allMatch(one -> one.patches() == 64));
    }
}
