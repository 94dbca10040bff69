package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is looked for in the images of one set. */
final class ImageChecks {

    private final CropCheck crops;
    private final List<ImageCheck> checks;

    /**
     * Checks for one set.
     *
     * @param set what a message calls it
     * @param crop sides of a crop of its images
     * @param scale how many times larger they are than the degraded ones
     */
    ImageChecks(String set, int crop, int scale) {
        this(
                new CropCheck(set, crop, scale),
                List.of(new FiniteCheck(set), new ConstantCheck(set), new RangeCheck(set), new SaturationCheck(set)));
    }

    private ImageChecks(CropCheck crops, List<ImageCheck> others) {
        this.crops = crops;
        this.checks = Stream.concat(Stream.of(crops), others.stream()).toList();
    }

    /** Checks for depths, which may be in any unit. */
    static ImageChecks ofDepths(String set, int crop, int scale) {
        return new ImageChecks(new CropCheck(set, crop, scale), List.of(new FiniteCheck(set)));
    }

    void look(String name, Patch image) {
        checks.forEach(check -> check.look(name, image));
    }

    List<Finding> findings() {
        return checks.stream()
                .map(ImageCheck::finding)
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many crops an image holds beside each other, in the mean of those looked at. */
    double cropsPerImage() {
        return crops.cropsPerImage();
    }
}
