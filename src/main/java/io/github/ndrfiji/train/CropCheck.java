package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.network.NetworkConfig;
import java.util.Optional;

/** Finds images that are smaller than the crops that are cut out of them, and counts how many fit. */
final class CropCheck implements ImageCheck {

    private final String set;
    private final int crop;
    private final int scale;
    private final Tally tally = new Tally();
    private int smallest = Integer.MAX_VALUE;
    private String smallestSize = "";
    private String smallestName = "";
    private long crops;
    private int seen;

    /**
     * Looks for one set.
     *
     * @param crop sides of a crop of a degraded image
     * @param scale how many times larger the images looked at are than the degraded ones
     */
    CropCheck(String set, int crop, int scale) {
        this.set = set;
        this.crop = crop;
        this.scale = scale;
    }

    @Override
    public void look(String name, Patch image) {
        int side = Math.min(image.width(), image.height());
        tally.count(name, side < crop * scale);
        if (side < smallest) {
            smallest = side;
            smallestSize = image.width() + " x " + image.height();
            smallestName = name;
        }
        crops += (long) (image.width() / (crop * scale)) * (image.height() / (crop * scale));
        seen++;
    }

    /** How many crops an image holds beside each other, in the mean of those looked at. */
    double cropsPerImage() {
        return (double) crops / seen;
    }

    @Override
    public Optional<Finding> finding() {
        if (!tally.any()) return Optional.empty();
        int largest = smallest / scale / NetworkConfig.MULTIPLE * NetworkConfig.MULTIPLE;
        int needed = crop * scale;
        return Optional.of(Finding.error("Images must hold a crop of " + needed + " x " + needed + " pixels, but "
                + tally + " images looked at in '" + set + "' are smaller, such as '" + smallestName + "' of "
                + smallestSize + "; "
                + (largest == 0
                        ? "leave such images out."
                        : "choose a crop of " + largest + " or less, or leave such images out.")));
    }
}
