package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.image.ValueRange;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.restore.RestoreOptions;
import io.github.ndrfiji.restore.TransferNetwork;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlusTransferTest {

    /** Networks of random numbers, for tiles of 64. */
    private static final Path MODEL = Path.of("src", "test", "resources", "bundles", "format-1.ndr");

    private static final int SIDE = 24;
    private static final RestoreOptions UNIT =
            RestoreOptions.defaults().withRange(ValueRangePolicy.given(ValueRange.UNIT));

    @TempDir
    Path folder;

    @Test
    void anImageOfOneTileIsWhatNdrDegradMakesOfIt() throws IOException {
        float[] clean = smooth();
        float[] noisy = noisy(clean);

        float[] result = transferred(clean, noisy);

        float[] expected = direct(clean, noisy);
        // The change is taken in 32 bits and added again: two roundings.
        assertArrayEquals(expected, result, 1e-5f * max(expected));
        assertFalse(Arrays.equals(clean, result));
    }

    @Test
    void theReferenceMatters() throws IOException {
        float[] clean = smooth();

        assertFalse(Arrays.equals(transferred(clean, clean), transferred(clean, noisy(clean))));
    }

    @Test
    void equalCallsGiveEqualResults() throws IOException {
        float[] clean = smooth();

        assertArrayEquals(transferred(clean, noisy(clean)), transferred(clean, noisy(clean)));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void theResultKeepsTypeAndMetadataAndSaysHowItWasMade(int bitDepth) {
        ImagePlus image = TestImages.hyperstack(bitDepth);
        ImagePlus reference = TestImages.plane(8);

        ImagePlus result = new ImagePlusTransfer(
                        new Copying(1), RestoreOptions.defaults().withRange(ValueRangePolicy.parse("0:100")), () -> {})
                .transfer(image, reference, Progress.NONE);

        assertEquals("cells-degraded.tif", result.getTitle());
        assertEquals(bitDepth, result.getBitDepth());
        assertArrayEquals(image.getDimensions(), result.getDimensions());
        assertEquals("label 5", result.getStack().getSliceLabel(5));
        for (int i = 1; i <= image.getStackSize(); i++) // what it was given as degraded
        assertEquals(
                    reference.getProcessor().get(3, 2),
                    bitDepth == 24
                            ? result.getStack().getProcessor(i).get(3, 2) & 0xff
                            : Math.round(result.getStack().getProcessor(i).getf(3, 2)));
        List<String> info = result.getInfoProperty().lines().toList();
        assertEquals(
                List.of(
                        "Objective: 63x",
                        "NDR model: copying",
                        "NDR device: paper",
                        "NDR tiles: " + (bitDepth == 24 ? 6 * 3 : 12) + " of 16 pixels, overlap 4",
                        "NDR value range: 0:100"),
                info.subList(0, 5));
        assertEquals(
                List.of("NDR reference: plane", "NDR value range of the reference: 0:100"),
                info.subList(info.size() - 2, info.size()));
    }

    @Test
    void aModelWithoutNdrDegradIsRefused() throws IOException {
        Path restoring = folder.resolve("restoring.ndr");
        ModelBundle.read(MODEL).forRestoring().write(restoring);

        Exception e = assertThrows(
                IllegalArgumentException.class, () -> ImagePlusTransfer.open(restoring.toString(), "cpu", UNIT));

        assertEquals(
                "Degrading like a reference needs a model that has learned NDR-Restore and NDR-Degrad, but 'format-1' holds"
                        + " NDR-Restore alone; choose another one, or train it in the order ALTERNATING.",
                e.getMessage());
    }

    /** It has NDR-Degrad's random numbers. */
    @Test
    void aModelThatHasLearnedRestoringAloneIsRefused() throws IOException {
        ModelBundle model = ModelBundle.read(MODEL);
        Provenance made = model.provenance();
        Provenance restoreOnly = new Provenance(
                TrainingOrder.RESTORE_ONLY,
                made.seed(),
                made.steps(),
                made.started(),
                made.finished(),
                made.settings(),
                made.data(),
                made.versions(),
                made.metrics());
        Path file = folder.resolve("restore-only.ndr");
        new ModelBundle(model.info(), model.weights(), restoreOnly, model.card(), model.fingerprints()).write(file);

        Exception e = assertThrows(
                IllegalArgumentException.class, () -> ImagePlusTransfer.open(file.toString(), "cpu", UNIT));

        assertTrue(e.getMessage().contains("'format-1' has learned NDR-Restore alone"), e.getMessage());
    }

    @Test
    void aModelOfScaleTwoIsRefused() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> new ImagePlusTransfer(new Copying(2), UNIT, () -> {}));

        assertTrue(e.getMessage().contains("scale 2"), e.getMessage());
    }

    private static float[] transferred(float[] clean, float[] reference) throws IOException {
        try (ImagePlusTransfer transfer = ImagePlusTransfer.open(MODEL.toString(), "cpu", UNIT)) {
            ImagePlus result = transfer.transfer(image(clean), image(reference), Progress.NONE);
            return (float[]) result.getProcessor().getPixels();
        }
    }

    private static float[] direct(float[] clean, float[] reference) throws IOException {
        Device cpu = Device.cpu();
        try (NdrModel model = NdrModel.open(ModelBundle.read(MODEL), cpu);
                Scope scope = Scope.on(cpu)) {
            Tensor y = Images.batch(List.of(clean), 1, SIDE, SIDE);
            Tensor x = Images.batch(List.of(reference), 1, SIDE, SIDE);
            List<Tensor> degradations = model.networks().restore(x).degradations();
            return Images.split(model.networks().degrad().forward(y, degradations))
                    .get(0);
        }
    }

    private static ImagePlus image(float[] values) {
        return new ImagePlus("image", new FloatProcessor(SIDE, SIDE, values.clone()));
    }

    private static float[] smooth() {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) values[i] = (i % SIDE + i / SIDE) / (2f * SIDE);
        return values;
    }

    private static float[] noisy(float[] clean) {
        Random random = new Random(1);
        float[] values = clean.clone();
        for (int i = 0; i < values.length; i++) values[i] += 0.2f * (float) random.nextGaussian();
        return values;
    }

    private static float max(float[] values) {
        float max = 0;
        for (float value : values) max = Math.max(max, Math.abs(value));
        return max;
    }

    /** Gives the degraded tile in place of the clean one. */
    private record Copying(int scale) implements TransferNetwork {
        @Override
        public String model() {
            return "copying";
        }

        @Override
        public String device() {
            return "paper";
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public Tiling tiling() {
            return new Tiling(16, 4, 8);
        }

        @Override
        public List<Patch> transfer(List<Patch> clean, List<Patch> degraded) {
            return degraded;
        }
    }
}
