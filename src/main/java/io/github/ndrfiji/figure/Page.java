package io.github.ndrfiji.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A white page of a given width on which texts and pictures are put. */
final class Page {

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 26);
    static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 19);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 18);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    static final Font STRONG_LABEL = LABEL.deriveFont(Font.BOLD);

    private static final String CUT = "...";

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final List<Rectangle> texts = new ArrayList<>();

    Page(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
    }

    BufferedImage image() {
        return image;
    }

    /** The boxes of all texts, in their order. */
    List<Rectangle> texts() {
        return List.copyOf(texts);
    }

    int width(String text, Font font) {
        return graphics.getFontMetrics(font).stringWidth(text);
    }

    int lineHeight(Font font) {
        return graphics.getFontMetrics(font).getHeight();
    }

    /** Puts a line of text with its upper left corner at a place. */
    void text(String text, Font font, int x, int y) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        graphics.setFont(font);
        graphics.setColor(Color.BLACK);
        graphics.drawString(text, x, y + metrics.getAscent());
        texts.add(new Rectangle(x, y, metrics.stringWidth(text), metrics.getHeight()));
    }

    /** The text, or as much of its beginning as fits into a width. */
    String fitting(String text, Font font, int width) {
        if (width(text, font) <= width) return text;
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + CUT, font) > width) end--;
        return text.substring(0, end) + CUT;
    }

    /**
     * Puts a text, broken between words.
     *
     * @return how high it is
     */
    int paragraph(String text, Font font, int x, int y, int width) {
        int height = 0;
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > width) {
                text(line, font, x, y + height);
                height += lineHeight(font);
                longer = word;
            }
            line = fitting(longer, font, width);
        }
        text(line, font, x, y + height);
        return height + lineHeight(font);
    }

    /** Puts a picture, enlarged or reduced to a size. */
    void picture(BufferedImage picture, int x, int y, int width, int height) {
        boolean reduced = width < picture.getWidth();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                reduced
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(picture, x, y, width, height, null);
    }

    void box(Color colour, int x, int y, int width, int height) {
        graphics.setColor(colour);
        graphics.fillRect(x, y, width, height);
    }
}
