package io.github.ndrfiji.train;

import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.degrade.DegradationKind;
import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.degrade.Depth;
import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

    /** The kind with its strengths, without further numbers. */
    default String strength() {
        return kind();
    }

    /** The same source with a part of its strengths each, so many where there are as many. */
    default List<Source> byStrength(int count) {
        return List.of(this);
    }

    /**
     * The same source with its degraded patches as files of more than 8 bits hold them, and as files of 8 bits do, where it
     * degrades them itself.
     */
    default List<Source> byBits() {
        return List.of(this);
    }

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
    static Synthetic synthetic(ImageSet clean, DegradationChain degradation, int scale, double gray) {
        return new Synthetic(clean, Optional.empty(), degradation, scale, gray, 0);
    }

    /** The same with a single degradation. */
    static Synthetic synthetic(ImageSet clean, DegradationRange degradation, int scale, double gray) {
        return synthetic(clean, DegradationChain.of(degradation), scale, gray);
    }

    /**
     * Images that there are degraded and clean, on one scale of values.
     *
     * @throws IllegalArgumentException if an image of one set has none of the same name in the other
     */
    static Source paired(ImageSet degraded, ImageSet clean, int scale) {
        return paired(degraded, clean, scale, Brightness.AS_IS);
    }

    /** The same, on one scale of values or not. */
    static Source paired(ImageSet degraded, ImageSet clean, int scale, Brightness brightness) {
        Match.requireNames(degraded, clean);
        return new Paired(degraded, brightness.target(clean, degraded, scale), scale, brightness);
    }

    /**
     * Two noisy images of each scene whose noise is independent. Either is learned to become the other, as often as not:
     * what can be told of the other is the scene without its noise (Lehtinen et al., "Noise2Noise", ICML 2018).
     *
     * @throws IllegalArgumentException if an image of one set has none of the same name in the other
     */
    static Source noisy(ImageSet first, ImageSet second) {
        Match.requireNames(first, second);
        return new Noisy(first, second);
    }

    /**
     * Clean images and what degrades them.
     *
     * @param depths one for each image, of one channel and in any unit, as {@link Depth#of} takes them
     * @param eightBit share of the pairs whose degraded patch is as a file of 8 bits holds it, from 0 to 1
     */
    record Synthetic(
            ImageSet clean,
            Optional<ImageSet> depths,
            DegradationChain degradation,
            int scale,
            double gray,
            double eightBit)
            implements Source {

        private static final float LEVELS = 255;

        public Synthetic {
            if ((scale == 1) == degradation.has(DegradationKind.DOWNSAMPLE))
                throw new IllegalArgumentException("A network of scale " + scale + " cannot learn from '" + degradation
                        + "'; scale 2 takes downsample:2, scale 1 everything else.");
            if (!(gray >= 0 && gray <= 1))
                throw new IllegalArgumentException("The share of gray is " + gray + "; it must be from 0 to 1.");
            if (!(eightBit >= 0 && eightBit <= 1))
                throw new IllegalArgumentException("The share of 8 bits is " + eightBit + "; it must be from 0 to 1.");
        }

        /**
         * The same with a share of the degraded patches rounded to 256 levels and cut off at 0 and 1, as files of 8 bits
         * are. A network can tell smooth images that are not rounded from those of files.
         *
         * @param share from 0 to 1
         */
        public Synthetic withEightBit(double share) {
            return new Synthetic(clean, depths, degradation, scale, gray, share);
        }

        /**
         * The same with haze that lies at the depths of these images, rather than at depths that are drawn.
         *
         * @param depths of one channel and in any unit, as {@link Depth#of} takes them
         * @throws IllegalArgumentException if they are not as many as the clean images, or of other names; the names of
         *     folders in {@linkplain JoinedImages joined sets} do not count
         */
        public Synthetic withDepths(ImageSet depths) {
            Match.requireFileNames(clean, depths);
            return new Synthetic(clean, Optional.of(depths), degradation, scale, gray, eightBit);
        }

        @Override
        public Pair draw(int crop, RandomGenerator random) throws IOException {
            int index = random.nextInt(clean.names().size());
            String name = clean.names().get(index);
            Patch image = clean.read(index);
            Crop cut = Crop.of(name, image, crop * scale, random);
            Patch patch = cut.from(image, 1);
            if (random.nextDouble() < gray) patch = patch.gray();
            Patch degraded = degradation.apply(patch, depth(index, image, cut), random);
            if (degraded.width() * scale != patch.width())
                throw new IllegalArgumentException("'" + degradation + "' makes images smaller by "
                        + patch.width() / degraded.width() + ", but the network enlarges them by " + scale
                        + "; both must be equal.");
            if (eightBit > 0 && random.nextDouble() < eightBit) degraded = rounded(degraded);
            return new Pair(degraded.repeated(image.channels()), patch.repeated(image.channels()), kind(), name);
        }

        private static Patch rounded(Patch patch) {
            float[] values = new float[patch.values().length];
            for (int i = 0; i < values.length; i++)
                values[i] = Math.round(LEVELS * Math.min(1, Math.max(0, patch.values()[i]))) / LEVELS;
            return new Patch(values, patch.channels(), patch.height(), patch.width());
        }

        private Optional<Depth> depth(int index, Patch image, Crop cut) throws IOException {
            if (depths.isEmpty()) return Optional.empty();
            Depth whole = Depth.of(depths.get().read(index));
            Match.requireSizes(clean.names().get(index), whole.values(), image, 1);
            return Optional.of(new Depth(cut.from(whole.values(), 1)));
        }

        @Override
        public String kind() {
            return degradation.kind();
        }

        @Override
        public String strength() {
            return degradation.strength() + (eightBit == 1 ? " in 8 bits" : "");
        }

        @Override
        public List<Source> byStrength(int count) {
            return degradation.byStrength(count).stream()
                    .<Source>map(part -> new Synthetic(clean, depths, part, scale, gray, eightBit))
                    .toList();
        }

        @Override
        public List<Source> byBits() {
            return List.of(withEightBit(0), withEightBit(1));
        }

        @Override
        public String description() {
            return degradation
                    + depths.map(images -> ", depths of " + images.name()).orElse("")
                    + (gray == 0 ? "" : ", gray " + gray)
                    + (eightBit == 0 ? "" : ", 8 bits " + eightBit);
        }

        @Override
        public List<ImageSet> images() {
            return depths.map(images -> List.of(clean, images)).orElse(List.of(clean));
        }

        @Override
        public String nameOf(ImageSet images) {
            return images.name();
        }

        @Override
        public Source part(int every, boolean heldOut) {
            Part part = Part.of(clean, every, heldOut);
            return new Synthetic(part, depths.map(part::same), degradation, scale, gray, eightBit);
        }
    }

    /**
     * Images that there are degraded and clean, with the same names in the same order.
     *
     * @param clean as they are learned: brought onto the scale of the degraded ones, where these differ
     */
    record Paired(ImageSet degraded, ImageSet clean, int scale, Brightness brightness) implements Source {

        @Override
        public Pair draw(int crop, RandomGenerator random) throws IOException {
            int index = random.nextInt(degraded.names().size());
            Patch small = degraded.read(index);
            Patch large = clean.read(index);
            String name = degraded.names().get(index);
            Match.requireSizes(name, small, large, scale);
            Crop cut = Crop.of(name, small, crop, random);
            return new Pair(cut.from(small, 1), cut.from(large, scale), kind(), name);
        }

        @Override
        public String kind() {
            return degraded.name();
        }

        @Override
        public String description() {
            return "pairs of " + degraded.name() + " and " + clean.name()
                    + (brightness == Brightness.FITTED ? ", gain and offset fitted" : "");
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
            Part part = Part.of(degraded, every, heldOut);
            return new Paired(part, part.same(clean), scale, brightness);
        }
    }

    /** Two noisy images of each scene, with the same names in the same order. */
    record Noisy(ImageSet first, ImageSet second) implements Source {

        @Override
        public Pair draw(int crop, RandomGenerator random) throws IOException {
            int index = random.nextInt(first.names().size());
            Patch one = first.read(index);
            Patch other = second.read(index);
            String name = first.names().get(index);
            Match.requireSizes(name, one, other, 1);
            Crop cut = Crop.of(name, one, crop, random);
            boolean forward = random.nextBoolean();
            return new Pair(cut.from(forward ? one : other, 1), cut.from(forward ? other : one, 1), kind(), name);
        }

        @Override
        public String kind() {
            return first.name() + ", noise to noise";
        }

        @Override
        public String description() {
            return "noise to noise of " + first.name() + " and " + second.name();
        }

        @Override
        public List<ImageSet> images() {
            return List.of(first, second);
        }

        @Override
        public String nameOf(ImageSet images) {
            return images == second ? second.name() + " of " + first.name() : first.name();
        }

        @Override
        public Source part(int every, boolean heldOut) {
            Part part = Part.of(first, every, heldOut);
            return new Noisy(part, part.same(second));
        }
    }
}
