package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.imagej.ImageFiles;
import io.github.ndrfiji.imagej.ImagePlusPlanes;
import io.github.ndrfiji.imagej.ShownRange;
import io.github.ndrfiji.train.CachedImages;
import io.github.ndrfiji.train.ImageSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** Images that a user names for a training: the planes of an open stack, or the files of a folder. */
sealed interface TrainingImages {

    /** The share of Java's memory that may hold images of one set that are used again. */
    int CACHE_SHARE = 6;

    /**
     * What the user chose: the folder, if there is one, because Fiji's dialogs fill in a stack whenever one is open.
     *
     * @param what they are, as the dialog calls them
     * @throws IllegalArgumentException if neither was chosen
     */
    static TrainingImages of(ImagePlus stack, File folder, String what) {
        if (NdrCommand.isGiven(folder)) return new Folder(folder.toPath());
        if (stack == null)
            throw new IllegalArgumentException("The " + what + " are missing; choose an open stack or a folder.");
        return new Stack(stack);
    }

    /** @throws IllegalArgumentException if they cannot be paired, because these are a stack and those a folder */
    default void requireKindOf(TrainingImages other) {
        if (getClass() != other.getClass())
            throw new IllegalArgumentException(
                    other + " and " + this + " cannot be paired; choose two stacks or two folders.");
    }

    /** How many channels a network must have to learn of them: 3 for RGB images, otherwise 1. */
    int channels() throws IOException;

    /**
     * Reads them as a network with so many channels will see them.
     *
     * @param range of values that count as 0 and 1
     */
    default ImageSet open(int channels, ValueRangePolicy range, Progress progress) throws IOException {
        return open(this, channels, range, progress);
    }

    /** The same with the value ranges of other images, with which these are pairs. */
    ImageSet open(TrainingImages ranges, int channels, ValueRangePolicy range, Progress progress) throws IOException;

    private static ImageSet cached(ImageSet images) {
        return new CachedImages(images, Runtime.getRuntime().maxMemory() / CACHE_SHARE);
    }

    /** An open stack. */
    record Stack(ImagePlus stack) implements TrainingImages {

        @Override
        public int channels() {
            return ImagePlusPlanes.planes(stack).isColour() ? 3 : 1;
        }

        @Override
        public ImageSet open(TrainingImages ranges, int channels, ValueRangePolicy range, Progress progress) {
            ImagePlus degraded = ranges instanceof Stack other ? other.stack : stack;
            if (degraded != stack) requireMatch(degraded, stack);
            return cached(new StackImages(stack, StackImages.ranges(degraded, range, progress), channels));
        }

        private static void requireMatch(ImagePlus degraded, ImagePlus clean) {
            String expected = ImagePlusPlanes.planes(degraded).toString();
            String actual = ImagePlusPlanes.planes(clean).toString();
            if (!actual.equals(expected))
                throw new IllegalArgumentException("'" + degraded.getTitle() + "' has " + expected + ", but '"
                        + clean.getTitle() + "' has " + actual + "; both stacks must match plane by plane.");
            if (degraded.getBitDepth() != clean.getBitDepth() || !ShownRange.agree(degraded, clean))
                throw new IllegalArgumentException("'" + degraded.getTitle() + "' has " + degraded.getBitDepth()
                        + " bits and '" + clean.getTitle() + "' " + clean.getBitDepth()
                        + ", or their values are calibrated differently; convert both by Image > Type > 32-bit.");
        }

        @Override
        public String toString() {
            return "'" + stack.getTitle() + "'";
        }
    }

    /** A folder of image files. */
    record Folder(Path folder) implements TrainingImages {

        @Override
        public int channels() throws IOException {
            ImagePlus first = ImageFiles.openLazily(ImageFiles.inFolder(folder).get(0));
            return ImagePlusPlanes.planes(first).isColour() ? 3 : 1;
        }

        @Override
        public ImageSet open(TrainingImages ranges, int channels, ValueRangePolicy range, Progress progress)
                throws IOException {
            ImageFolder images = ImageFolder.of(folder, channels, range);
            return cached(
                    ranges instanceof Folder other && other != this
                            ? images.withRangesOf(ImageFolder.of(other.folder, channels, range))
                            : images);
        }

        @Override
        public String toString() {
            return "the folder '" + folder.getFileName() + "'";
        }
    }
}
