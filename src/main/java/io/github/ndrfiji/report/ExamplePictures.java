package io.github.ndrfiji.report;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.metrics.Psnr;
import io.github.ndrfiji.train.Example;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pictures of an example, all in one display range: that of the input and the target together, without their most
 * extreme values and never beyond [0, 1].
 *
 * @param kind what degrades it
 * @param pictures input, restored, target, and what NDR-Degrad makes of the target if it is learned
 */
public record ExamplePictures(String kind, List<Picture> pictures) {

    private static final double EXTREME = 0.002;

    /**
     * One of them.
     *
     * @param title what it is
     * @param note how close it is to the target, such as {@code 28.31 dB}; may be empty
     * @param image gray or RGB; the input may have half the sides of the others
     */
    public record Picture(String title, String note, BufferedImage image) {}

    public static ExamplePictures of(Example example) {
        Display display = Display.of(example.degraded(), example.clean());
        List<Picture> pictures = new ArrayList<>();
        pictures.add(new Picture(
                "Input", closeness(example.degraded(), example.clean()), display.image(example.degraded())));
        pictures.add(new Picture(
                "Restored", closeness(example.restored(), example.clean()), display.image(example.restored())));
        pictures.add(new Picture("Target", "", display.image(example.clean())));
        example.degradedAgain()
                .ifPresent(again -> pictures.add(new Picture("Target degraded again", "", display.image(again))));
        return new ExamplePictures(example.kind(), List.copyOf(pictures));
    }

    private static String closeness(Patch image, Patch clean) {
        if (image.height() != clean.height() || image.width() != clean.width())
            return image.width() + " × " + image.height() + " pixels";
        return Numbers.fixed(Psnr.of(image, clean, 1), 2) + " dB";
    }

    /** Values that are shown as black and as white. */
    private record Display(float black, float white) {

        static Display of(Patch... patches) {
            float low = 1;
            float high = 0;
            for (Patch patch : patches) {
                float[] sorted = patch.values().clone();
                Arrays.sort(sorted);
                int extreme = (int) (EXTREME * sorted.length);
                low = Math.min(low, sorted[extreme]);
                high = Math.max(high, sorted[sorted.length - 1 - extreme]);
            }
            low = Math.max(low, 0);
            high = Math.min(high, 1);
            return high > low ? new Display(low, high) : new Display(0, 1);
        }

        BufferedImage image(Patch patch) {
            boolean colour = patch.channels() == 3;
            List<Patch> channels = (colour ? Stream.of(0, 1, 2).map(patch::channel) : Stream.of(patch.gray())).toList();
            BufferedImage image = new BufferedImage(
                    patch.width(), patch.height(), colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
            for (int c = 0; c < channels.size(); c++)
                image.getRaster()
                        .setSamples(
                                0,
                                0,
                                patch.width(),
                                patch.height(),
                                c,
                                samples(channels.get(c).values()));
            return image;
        }

        private int[] samples(float[] values) {
            int[] samples = new int[values.length];
            for (int i = 0; i < values.length; i++)
                samples[i] = Math.round(Math.max(0, Math.min(1, (values[i] - black) / (white - black))) * 255);
            return samples;
        }
    }
}
