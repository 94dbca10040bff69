package io.github.ndrfiji.command;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.train.Brightness;
import io.github.ndrfiji.train.ImageSet;
import io.github.ndrfiji.train.Mixture;
import io.github.ndrfiji.train.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a user wants a model to learn from. */
sealed interface TrainingData {

    /** How many channels a network must have to learn of it. */
    int channels() throws IOException;

    /**
     * Reads it as a network with so many channels will see it.
     *
     * @param range of values that count as 0 and 1
     */
    Mixture open(int channels, ValueRangePolicy range, Progress progress) throws IOException;

    /** Pairs of a degraded and a clean image. */
    record Pairs(TrainingImages degraded, TrainingImages clean, Brightness brightness) implements TrainingData {

        @Override
        public int channels() throws IOException {
            return degraded.channels();
        }

        @Override
        public Mixture open(int channels, ValueRangePolicy range, Progress progress) throws IOException {
            TrainingImages ranges = brightness == Brightness.FITTED ? clean : degraded;
            return mixture(Source.paired(
                    degraded.open(channels, range, progress),
                    clean.open(ranges, channels, range, progress),
                    1,
                    brightness));
        }

        @Override
        public String toString() {
            return "pairs of " + degraded + " and " + clean;
        }
    }

    /** Pairs of two noisy images of the same scene. */
    record Noisy(TrainingImages first, TrainingImages second) implements TrainingData {

        @Override
        public int channels() throws IOException {
            return first.channels();
        }

        @Override
        public Mixture open(int channels, ValueRangePolicy range, Progress progress) throws IOException {
            return mixture(
                    Source.noisy(first.open(channels, range, progress), second.open(first, channels, range, progress)));
        }

        @Override
        public String toString() {
            return "the noisy pairs of " + first + " and " + second;
        }
    }

    /**
     * Clean images that are degraded synthetically.
     *
     * @param degradations each with its weight, as {@link DegradationChain} reads them, separated by spaces
     */
    record Synthetic(TrainingImages clean, String degradations) implements TrainingData {

        @Override
        public int channels() throws IOException {
            return clean.channels();
        }

        @Override
        public Mixture open(int channels, ValueRangePolicy range, Progress progress) throws IOException {
            ImageSet images = clean.open(channels, range, progress);
            List<Mixture.Part> parts = new ArrayList<>();
            for (Weighted each : Stream.of(degradations.strip().split("\\s+"))
                    .map(Weighted::parse)
                    .toList())
                parts.add(new Mixture.Part(
                        Source.synthetic(images, DegradationChain.parse(each.text()), 1, 0), each.weight()));
            return new Mixture(parts);
        }

        @Override
        public String toString() {
            return clean + " with " + degradations.strip();
        }
    }

    private static Mixture mixture(Source source) {
        return new Mixture(List.of(new Mixture.Part(source, 1)));
    }
}
