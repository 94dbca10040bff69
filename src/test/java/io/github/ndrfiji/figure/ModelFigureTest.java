package io.github.ndrfiji.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.figure.ModelFigure.Key;
import io.github.ndrfiji.figure.ModelFigure.Picture;
import io.github.ndrfiji.figure.ModelFigure.Row;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFigureTest {

    private static final int RED_END = 0xb2182b; // of ColorBrewer's RdBu
    private static final int BLUE_END = 0x2166ac;
    private static final int VIRIDIS_LOW = 0x440154;
    private static final int VIRIDIS_MIDDLE = 0x21918c;
    private static final int VIRIDIS_HIGH = 0xfde725;

    @ParameterizedTest
    @CsvSource({"8, 16, 0", "8, 16, 1", "32, 128, 7", "64, 128, 30", "64, 300, 12", "128, 1, 30", "1, 1, 1"})
    void noTextTouchesAnotherOrTheEdge(int learned, int length, int known) {
        ModelFigure figure = figure(learned, length, known, "haze:0.6-2+noise:0-20");

        Page page = figure.page();

        assertEquals(ModelFigure.WIDTH, page.image().getWidth());
        Rectangle inside =
                new Rectangle(30, 30, page.image().getWidth() - 60, page.image().getHeight() - 60);
        List<Rectangle> texts = page.texts();
        assertTrue(texts.size() > known + 10, "the texts are known");
        for (int i = 0; i < texts.size(); i++) {
            assertTrue(inside.contains(texts.get(i)), texts.get(i) + " is not within " + inside);
            for (int j = 0; j < i; j++)
                assertFalse(texts.get(i).intersects(texts.get(j)), texts.get(i) + " touches " + texts.get(j));
        }
    }

    @Test
    void textsThatAreTooLongAreCut() {
        ModelFigure figure = figure(8, 16, 2, "averylongnameofadegradation".repeat(20));

        for (Rectangle text : figure.page().texts())
            assertTrue(text.x >= 30 && text.getMaxX() <= ModelFigure.WIDTH - 30, text.toString());
    }

    /** The dictionary is 0 but for +2 and -2, and the affinities but for 0.8 and 0.4, in columns of their own. */
    @Test
    void everyNumberHasItsColourInItsColumn() {
        float[] dictionary = new float[4 * 8];
        dictionary[1 * 8 + 2] = 2;
        dictionary[3 * 8 + 5] = -2;
        Row known = new Row("noise:25", List.of(0.0, 0.0, 0.0, 0.8, 0.0, 0.0, 0.0, 0.0));
        Row image = new Row("this image", List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.4, 0.0));
        BufferedImage drawn = new ModelFigure(
                        "title",
                        "finding",
                        new Dictionary(dictionary, 4, 8),
                        "level 1",
                        List.of(known),
                        image,
                        colours(8),
                        pictures(),
                        List.of(),
                        "caption")
                .draw();

        Rectangle red = largest(drawn, RED_END);
        Rectangle blue = largest(drawn, BLUE_END);
        Rectangle high = largest(drawn, VIRIDIS_HIGH);
        Rectangle middle = largest(drawn, VIRIDIS_MIDDLE);
        int column = red.width;
        assertEquals(column, blue.width, 1);
        assertEquals(3 * column, blue.x - red.x, 3, "columns 3 and 6 of the dictionary");
        assertEquals(red.y + 2 * red.height, blue.y, "rows 2 and 4");
        assertEquals(
                column, high.x - red.x, 2, "column 4 of the affinities stands right of column 3 of the dictionary");
        assertEquals(3 * column, middle.x - high.x, 3, "columns 4 and 7");
        assertTrue(high.y > blue.y && middle.y > high.y, "the image comes last");
        assertEquals(VIRIDIS_LOW, drawn.getRGB(high.x + column + column / 2, high.y + 5) & 0xffffff);
    }

    @Test
    void picturesHaveTheirColours() {
        BufferedImage drawn = figure(8, 4, 0, "").draw();

        assertEquals(ModelFigure.PICTURE, largest(drawn, Color.MAGENTA.getRGB() & 0xffffff).width);
        assertEquals(
                ModelFigure.PICTURE / 2, largest(drawn, Color.MAGENTA.getRGB() & 0xffffff).height, "as in the image");
    }

    @Test
    void numbersOfOtherModelsAreRefused() {
        Row short3 = new Row("this image", List.of(0.5, 0.25, 0.25));
        Dictionary four = new Dictionary(new float[4], 1, 4);
        List<Color> colours = colours(4);
        List<Picture> pictures = pictures();
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new ModelFigure("", "", four, "", List.of(), short3, colours, pictures, List.of(), ""));
        assertTrue(refused.getMessage().startsWith("The dictionary has 4 learned degradations"), refused.getMessage());
    }

    private static ModelFigure figure(int learned, int length, int known, String strength) {
        List<Double> shares = Collections.nCopies(learned, 1.0 / learned);
        float[] dictionary = new float[learned * length];
        for (int i = 0; i < dictionary.length; i++) dictionary[i] = (float) Math.sin(i);
        return new ModelFigure(
                "What the model 'm' recognises in an image with " + strength,
                "Identified: " + strength.repeat(12),
                new Dictionary(dictionary, length, learned),
                "mean of the three levels",
                IntStream.range(0, known)
                        .mapToObj(i -> new Row(strength + i, shares))
                        .toList(),
                new Row("this image", shares),
                colours(learned),
                pictures(),
                IntStream.rangeClosed(1, learned)
                        .mapToObj(n -> new Key(Color.GRAY, n + ": under 0.1 % of pixels"))
                        .toList(),
                "a caption of several words ".repeat(20));
    }

    private static List<Color> colours(int count) {
        return Collections.nCopies(count, Color.GRAY);
    }

    private static List<Picture> pictures() {
        BufferedImage wide = new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 60 * 30; i++) wide.setRGB(i % 60, i / 60, Color.MAGENTA.getRGB());
        BufferedImage high = new BufferedImage(1, 700, BufferedImage.TYPE_INT_RGB);
        return List.of(new Picture("Input", wide), new Picture("Dominant", high), new Picture("Recognised", high));
    }

    /** The largest run of rectangles of exactly one colour: that of the first pixel from which the area is largest. */
    private static Rectangle largest(BufferedImage image, int rgb) {
        Rectangle largest = new Rectangle();
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) {
                if (!is(image, x, y, rgb) || is(image, x - 1, y, rgb) || is(image, x, y - 1, rgb)) continue;
                int width = 1;
                while (is(image, x + width, y, rgb)) width++;
                int height = 1;
                while (is(image, x, y + height, rgb)) height++;
                if (width * height > largest.width * largest.height) largest = new Rectangle(x, y, width, height);
            }
        assertFalse(largest.isEmpty(), "there is the colour " + Integer.toHexString(rgb));
        return largest;
    }

    private static boolean is(BufferedImage image, int x, int y, int rgb) {
        return x >= 0
                && y >= 0
                && x < image.getWidth()
                && y < image.getHeight()
                && (image.getRGB(x, y) & 0xffffff) == rgb;
    }
}
