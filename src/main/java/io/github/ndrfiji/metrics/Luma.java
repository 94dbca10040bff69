package io.github.ndrfiji.metrics;

import io.github.ndrfiji.image.Patch;

/** The Y of ITU-R BT.601 YCbCr, on which papers about rain and resolution measure PSNR and SSIM. */
public final class Luma {

    private Luma() {}

    /**
     * (16 + 65.481 R + 128.553 G + 24.966 B) / 255.
     *
     * @param rgb red, green and blue in [0, 1]
     * @return one channel, from 16/255 to 235/255; its data range is 1
     * @throws IllegalArgumentException if the image does not have three channels
     */
    public static Patch of(Patch rgb) {
        if (rgb.channels() != 3)
            throw new IllegalArgumentException(
                    "Luma is made of red, green and blue, but the image has channels: " + rgb.channels() + ".");
        Patch luma = Patch.zeros(1, rgb.height(), rgb.width());
        int area = rgb.height() * rgb.width();
        float[] v = rgb.values();
        for (int i = 0; i < area; i++)
            luma.values()[i] = (float) ((16 + 65.481 * v[i] + 128.553 * v[area + i] + 24.966 * v[2 * area + i]) / 255);
        return luma;
    }
}
