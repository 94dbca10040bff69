package io.github.ndrfiji.sampledata;

import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A photograph's degraded twins, stored in 8 bits and so clipped. */
final class PhotoImages {

    /** File names and what is done to the photograph. */
    static final Map<String, String> TWINS = new TreeMap<>(Map.of(
            "photo-noisy.png", "noise:25",
            "photo-rainy.png", "rain:0.6,angle=15,length=24,width=1.5,brightness=0.5,layers=2,screen=0.5",
            "photo-hazy.png", "haze:1.2,airlight=0.85,near=0.2"));

    private PhotoImages() {}

    static BufferedImage degraded(BufferedImage clean, String text) {
        SplittableRandom random = new SplittableRandom(25);
        return image(DegradationRange.parse(text).draw(random).apply(patch(clean), random));
    }

    /** The red, green and blue of a picture, from 0 to 1. */
    static Patch patch(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Patch patch = Patch.zeros(3, height, width);
        for (int i = 0; i < width * height; i++) {
            int rgb = image.getRGB(i % width, i / width);
            for (int c = 0; c < 3; c++) patch.values()[c * width * height + i] = (rgb >> (16 - 8 * c) & 0xff) / 255f;
        }
        return patch;
    }

    private static BufferedImage image(Patch patch) {
        BufferedImage image = new BufferedImage(patch.width(), patch.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < patch.height(); y++)
            for (int x = 0; x < patch.width(); x++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++)
                    rgb = rgb << 8 | Math.min(255, Math.max(0, Math.round(255 * patch.at(c, y, x))));
                image.setRGB(x, y, rgb);
            }
        return image;
    }
}
