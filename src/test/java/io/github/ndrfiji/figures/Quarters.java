package io.github.ndrfiji.figures;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;

/** An image whose quarters come from four others, which show the same. */
public final class Quarters {

    private Quarters() {}

    /** Needs the file for the image, and those of the four: above left and right, below left and right. */
    public static void main(String[] args) throws IOException {
        ImageProcessor joined = plane(args[1]).duplicate();
        int width = joined.getWidth() / 2;
        int height = joined.getHeight() / 2;
        for (int i = 1; i < 4; i++) {
            ImageProcessor plane = plane(args[1 + i]);
            int x = i % 2 * width;
            int y = i / 2 * height;
            plane.setRoi(x, y, width, height);
            joined.insert(plane.crop(), x, y);
        }
        ImageFiles.save(new ImagePlus("quarters", joined), Path.of(args[0]));
    }

    /** The middle one of the last channel. */
    private static ImageProcessor plane(String file) throws IOException {
        ImagePlus image = ImageFiles.open(Path.of(file));
        int index = image.getStackIndex(image.getNChannels(), (image.getNSlices() + 1) / 2, 1);
        return image.getStack().getProcessor(index);
    }
}
