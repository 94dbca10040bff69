package io.github.ndrfiji.train;

import io.github.ndrfiji.degrade.DegradationKind;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where pairs come from. A draw depends on the source and on the random generator alone.
 *
 * <p>Safe for use by one thread at a time.
 */
public interface Source {

    /** One pair, cut at random; the degraded patch has sides {@code crop}. */
    Pair draw(int crop, RandomGenerator random) throws IOException;

    /** What degrades the images, in the words of the training's settings. */
    String kind();

    /** The same with all its numbers. */
    String description();

    /** The sets of images that it draws from. */
    List<ImageSet> images();

    /** What a reader of the provenance knows one of its sets by. */
    String nameOf(ImageSet images);

    /** The same source on the images that are held out for validation, or on the others. */
    Source part(int every, boolean heldOut);

    /**
     * Clean images that are degraded as they are drawn.
     *
     * @param gray share of the pairs whose channels are made equal before they are degraded, and so are degraded alike,
     *     from 0 to 1: what a network of three channels sees of gray images
     */
    static Source synthetic(ImageSet clean, DegradationRange degradation, int scale, double gray) {
        return new Synthetic(clean, degradation, scale, gray);
    }

    /**
     * Images that there are degraded and clean.
     *
     * @throws IllegalArgumentException if an image of one set has none of the same name in the other
     */
    static Source paired(ImageSet degraded, ImageSet clean, int scale) {
        return new Paired(degraded, clean, scale);
    }

    /** Clean images and what degrades them. */
    record Synthetic(ImageSet clean, DegradationRange degradation, int scale, double gray) implements Source {
        public Synthetic {
            if ((scale == 1) == (degradation.kind() == DegradationKind.DOWNSAMPLE))
                throw new IllegalArgumentException("A network of scale " + scale + " cannot learn from '" + degradation
                        + "'; scale 2 takes downsample:2, scale 1 everything else.");
            if (!(gray >= 0 && gray <= 1))
                throw new IllegalArgumentException("The share of gray is " + gray + "; it must be from 0 to 1.");
        }

        @Override
        public Pair draw(int crop, RandomGenerator random) throws IOException {
            int index = random.nextInt(clean.names().size());
            Patch image = clean.read(index);
            Patch patch = Crop.of(clean.names().get(index), image, crop * scale, random)
                    .from(image, 1);
            if (random.nextDouble() < gray) patch = patch.gray();
            Patch degraded = degradation.draw(random).apply(patch, random);
            if (degraded.width() * scale != patch.width())
                throw new IllegalArgumentException("'" + degradation + "' makes images smaller by "
                        + patch.width() / degraded.width() + ", but the network enlarges them by " + scale
                        + "; both must be equal.");
            return new Pair(degraded.repeated(image.channels()), patch.repeated(image.channels()), kind());
        }

        @Override
        public String kind() {
            return degradation.kind().toString();
        }

        @Override
        public String description() {
            return degradation + (gray == 0 ? "" : ", gray " + gray);
        }

        @Override
        public List<ImageSet> images() {
            return List.of(clean);
        }

        @Override
        public String nameOf(ImageSet images) {
            return images.name();
        }

        @Override
        public Source part(int every, boolean heldOut) {
            return new Synthetic(
                    heldOut ? Part.heldOut(clean, every) : Part.trainedOn(clean, every), degradation, scale, gray);
        }
    }

    /** Images that there are degraded and clean, with the same names in the same order. */
    record Paired(ImageSet degraded, ImageSet clean, int scale) implements Source {
        public Paired {
            if (!degraded.names().equals(clean.names()))
                throw new IllegalArgumentException("The images of '" + degraded.name() + "' and '" + clean.name()
                        + "' must have the same names, but " + difference(degraded.names(), clean.names()) + ".");
        }

        private static String difference(List<String> first, List<String> second) {
            return first.stream()
                    .filter(name -> !second.contains(name))
                    .findFirst()
                    .map(name -> "'" + name + "' is only in the first")
                    .or(() -> second.stream()
                            .filter(name -> !first.contains(name))
                            .findFirst()
                            .map(name -> "'" + name + "' is only in the second"))
                    .orElse("their order differs");
        }

        @Override
        public Pair draw(int crop, RandomGenerator random) throws IOException {
            int index = random.nextInt(degraded.names().size());
            Patch small = degraded.read(index);
            Patch large = clean.read(index);
            if (large.height() != scale * small.height() || large.width() != scale * small.width())
                throw new IllegalArgumentException("'" + degraded.names().get(index) + "' is " + small.width() + " x "
                        + small.height() + " pixels degraded and " + large.width() + " x " + large.height()
                        + " clean; the clean image must be " + scale + " times as large.");
            Crop cut = Crop.of(degraded.names().get(index), small, crop, random);
            return new Pair(cut.from(small, 1), cut.from(large, scale), kind());
        }

        @Override
        public String kind() {
            return degraded.name();
        }

        @Override
        public String description() {
            return "pairs of " + degraded.name() + " and " + clean.name();
        }

        @Override
        public List<ImageSet> images() {
            return List.of(degraded, clean);
        }

        @Override
        public String nameOf(ImageSet images) {
            return images == clean ? clean.name() + " of " + degraded.name() : degraded.name();
        }

        @Override
        public Source part(int every, boolean heldOut) {
            return heldOut
                    ? new Paired(Part.heldOut(degraded, every), Part.heldOut(clean, every), scale)
                    : new Paired(Part.trainedOn(degraded, every), Part.trainedOn(clean, every), scale);
        }
    }
}
