package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusIdentifier.IdentifiedPlane;
import io.github.ndrfiji.figure.ModelFigure;
import io.github.ndrfiji.figure.ModelFigure.Row;
import io.github.ndrfiji.fingerprint.Fingerprint;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.TestImages;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePlusFigureTest {

    private static final Path RANDOM = Path.of("src", "test", "resources", "bundles", "format-1.ndr");

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = folder.resolve("knowing.ndr");
        KnowingModel.bundle().write(model);
    }

    private ModelFigure figure(ImagePlus image, Path model, AffinityLevel level) throws IOException {
        try (ImagePlusFigure figure = ImagePlusFigure.open(model.toString(), "cpu", RestoreOptions.defaults(), level)) {
            return figure.of(image, Progress.NONE);
        }
    }

    @Test
    void everyFingerprintHasARowOfTheChosenLevel() throws IOException {
        ModelFigure figure = figure(KnowingModel.noisy(), model, AffinityLevel.SECOND);

        List<Fingerprint> known =
                ModelBundle.read(model).fingerprints().orElseThrow().all();
        assertEquals(
                List.of(
                        new Row("clean", known.get(0).mean().levels().get(1)),
                        new Row("noise:25", known.get(1).mean().levels().get(1))),
                figure.fingerprints());
        assertEquals("level 2", figure.level());
        assertEquals("What the model 'knowing' recognises in image", figure.title());
        assertEquals(1, figure.image().shares().stream().mapToDouble(x -> x).sum(), 1e-5);
        double[] image = figure.image().shares().stream().mapToDouble(x -> x).toArray();
        assertTrue(distance(image, figure.fingerprints().get(1))
                < distance(image, figure.fingerprints().get(0)));
    }

    private static double distance(double[] shares, Row row) {
        double sum = 0;
        for (int n = 0; n < shares.length; n++)
            sum += Math.abs(shares[n] - row.shares().get(n));
        return sum;
    }

    @Test
    void itFindsWhatTheIdentifierFinds() throws IOException {
        ModelFigure figure = figure(KnowingModel.noisy(), model, AffinityLevel.MEAN);

        try (ImagePlusIdentifier identifier =
                ImagePlusIdentifier.open(model.toString(), "cpu", RestoreOptions.defaults())) {
            IdentifiedPlane found =
                    identifier.identify(KnowingModel.noisy(), Progress.NONE).get(0);
            assertEquals("Identified (with confidence): " + found.found().inWords("knowing") + ".", figure.finding());
        }
        assertTrue(figure(KnowingModel.bright(), model, AffinityLevel.MEAN)
                .finding()
                .startsWith("Identified: unlike all that 'knowing' was trained on; the nearest is "));
    }

    @Test
    void withoutFingerprintsOnlyTheImageHasARow() throws IOException {
        ModelFigure figure = figure(KnowingModel.noisy(), RANDOM, AffinityLevel.MEAN);

        assertEquals(List.of(), figure.fingerprints());
        assertTrue(figure.finding().startsWith("This model has no fingerprints"), figure.finding());
        assertEquals("mean of the three levels", figure.level());
    }

    /** With a given range, so that a plane is seen alone as it is in its stack. */
    @Test
    void ofAStackThePlaneThatIsShownAndTheFirstChannelAreDrawn() throws IOException {
        ImagePlus cells = TestImages.hyperstack(16);
        cells.setPosition(2, 3, 1);
        ImagePlus alone = new ImagePlus(
                "alone",
                cells.getStack().getProcessor(cells.getStackIndex(1, 3, 1)).duplicate());
        RestoreOptions options = RestoreOptions.defaults().withRange(ValueRangePolicy.parse("0:60000"));

        try (ImagePlusFigure figure = ImagePlusFigure.open(RANDOM.toString(), "cpu", options, AffinityLevel.FIRST)) {
            ModelFigure ofStack = figure.of(cells, Progress.NONE);
            assertTrue(ofStack.title().endsWith(cells.getTitle() + ", Z3 T1, channel 1"), ofStack.title());
            assertEquals(figure.of(alone, Progress.NONE).image(), ofStack.image());
            assertEquals(13, ofStack.pictures().get(0).image().getWidth());
        }
        assertEquals(2, cells.getC());
    }
}
