package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/** An image that says what colours stand for. */
public final class Legend {

    private static final int WIDTH = 240;
    private static final int ROW = 22;
    private static final int MARGIN = 10;
    private static final int SWATCH = 16;
    private static final int BASELINE = 18;

    private Legend() {}

    /** A colour and what it stands for. */
    public record Entry(Color colour, String text) {}

    /**
     * A legend, one line an entry.
     *
     * @param title of the image
     * @param heading its first line
     */
    public static ImagePlus of(String title, String heading, List<Entry> entries) {
        ColorProcessor picture = new ColorProcessor(WIDTH, ROW * (entries.size() + 1) + MARGIN);
        picture.setColor(Color.WHITE);
        picture.fill();
        picture.setAntialiasedText(true);
        picture.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        picture.setColor(Color.BLACK);
        picture.drawString(heading, MARGIN, BASELINE);
        for (int i = 0; i < entries.size(); i++) {
            int top = ROW * (i + 1) + 3;
            picture.setColor(entries.get(i).colour());
            picture.fillRect(MARGIN, top, SWATCH, SWATCH);
            picture.setColor(Color.BLACK);
            picture.drawRect(MARGIN, top, SWATCH, SWATCH);
            picture.drawString(entries.get(i).text(), 2 * MARGIN + SWATCH, ROW * (i + 1) + BASELINE);
        }
        return new ImagePlus(title, picture);
    }
}
