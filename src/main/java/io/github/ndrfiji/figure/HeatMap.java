package io.github.ndrfiji.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Rows of numbers as rows of colours. */
final class HeatMap {

    private HeatMap() {}

    /**
     * A picture of it.
     *
     * @param rows at least one, of equal length
     * @param width of the picture; all columns are as wide, up to a pixel
     * @param rowHeight of each row
     * @param gap white pixels below each row, within {@code rowHeight}
     */
    static BufferedImage of(List<double[]> rows, ColourScale scale, int width, int rowHeight, int gap) {
        BufferedImage picture = new BufferedImage(width, rows.size() * rowHeight - gap, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, picture.getHeight());
        for (int r = 0; r < rows.size(); r++) {
            double[] row = rows.get(r);
            for (int c = 0; c < row.length; c++) {
                graphics.setColor(scale.of(row[c]));
                int left = edge(c, row.length, width);
                graphics.fillRect(
                        left, r * rowHeight, Math.max(1, edge(c + 1, row.length, width) - left), rowHeight - gap);
            }
        }
        graphics.dispose();
        return picture;
    }

    /** Where column {@code c} of so many begins. */
    static int edge(int c, int columns, int width) {
        return (int) Math.round((double) c * width / columns);
    }
}
