package io.github.ndrfiji.figures;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.ndrfiji.imagej.ImageFiles;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;

/** A photograph with a white label that covers much of it: a bright, even area where nothing is degraded. */
public final class Label {

    private static final double SHARE = 0.8;
    private static final Color PAPER = new Color(236, 235, 230);
    private static final Color INK = new Color(60, 60, 70);

    private Label() {}

    /** Needs the file for the image, and that of the photograph. */
    public static void main(String[] args) throws IOException {
        ImagePlus photograph = ImageFiles.open(Path.of(args[1]));
        ImageProcessor plane = photograph.getProcessor().convertToRGB();
        int width = (int) (SHARE * plane.getWidth());
        int height = (int) (SHARE * plane.getHeight());
        int x = (plane.getWidth() - width) / 2;
        int y = (plane.getHeight() - height) / 2;
        plane.setColor(PAPER);
        plane.fillRect(x, y, width, height);
        plane.setColor(INK);
        plane.setAntialiasedText(true);
        plane.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, height / 10));
        plane.drawString("A white label", x + width / 10, y + height / 4);
        ImageFiles.save(new ImagePlus("label", plane), Path.of(args[0]));
    }
}
