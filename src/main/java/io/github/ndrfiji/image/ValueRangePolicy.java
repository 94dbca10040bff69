package io.github.ndrfiji.image;

import io.github.ndrfiji.Progress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How an image gets the value ranges of its channels: by a rule, or given.
 *
 * <p>{@code toString} and {@link #parse} are each other's inverse: {@code auto}, {@code type}, {@code percentile} or
 * {@code MIN:MAX}. Only ranges {@linkplain #perChannel given channel by channel} have no text form that can be read.
 */
public sealed interface ValueRangePolicy {

    /** {@link #TYPE} for RGB and up to 8 bits, {@link #PERCENTILE} for everything else. */
    ValueRangePolicy AUTO = Rule.AUTO;

    /** All values that an integer pixel type can hold, such as 0 to 255. */
    ValueRangePolicy TYPE = Rule.TYPE;

    /**
     * From the 0.1st to the 99.9th percentile of the finite values of a channel, over all planes, so that the planes
     * of a stack do not flicker. The tails hold hot and dead pixels, and a thousandth is small enough to keep the
     * brightest structures of a sparse image in range. Where the two percentiles are equal, from the smallest to the
     * largest value.
     */
    ValueRangePolicy PERCENTILE = Rule.PERCENTILE;

    /** The same range for every channel of every image. */
    static ValueRangePolicy given(ValueRange range) {
        return new Given(range);
    }

    /**
     * A range for each channel, such as those of a whole stack for one of its planes.
     *
     * @param ranges in the order of the channels, as {@link #ranges} gives them: of values as they are stored
     */
    static ValueRangePolicy perChannel(List<ValueRange> ranges) {
        return new PerChannel(ranges);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ValueRangePolicy parse(String text) {
        for (Rule rule : Rule.values()) if (rule.toString().equals(text)) return rule;
        try {
            String[] ends = text.split(":", -1);
            if (ends.length == 2) {
                ValueRange range = new ValueRange(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
                if (range.min() < range.max()) return new Given(range);
            }
        } catch (IllegalArgumentException notTwoNumbers) {
            throw unreadable(text, notTwoNumbers);
        }
        throw unreadable(text, null);
    }

    /**
     * The range of each channel of an image. Looking for percentiles reads the image twice, plane after plane, in
     * memory that does not depend on its size.
     *
     * @throws IllegalArgumentException if the pixels are floating-point and the policy is {@link #TYPE}, or if it has
     *     ranges for another number of channels
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled
     */
    List<ValueRange> ranges(Planes image, Progress progress);

    private static IllegalArgumentException unreadable(String text, Throwable cause) {
        return new IllegalArgumentException(
                "'" + text + "' is no value range; use auto, type, percentile, or MIN:MAX with MIN below MAX.", cause);
    }

    /** A range that follows from the image. */
    enum Rule implements ValueRangePolicy {
        AUTO {
            @Override
            public List<ValueRange> ranges(Planes image, Progress progress) {
                return (image.bitsOfInteger() <= 8 ? TYPE : PERCENTILE).ranges(image, progress);
            }
        },
        TYPE {
            @Override
            public List<ValueRange> ranges(Planes image, Progress progress) {
                return Collections.nCopies(image.channels(), image.typeRange());
            }
        },
        PERCENTILE {
            @Override
            public List<ValueRange> ranges(Planes image, Progress progress) {
                return IntStream.range(0, image.channels())
                        .mapToObj(c -> percentiles(image, c, progress))
                        .toList();
            }
        };

        private static ValueRange percentiles(Planes image, int channel, Progress progress) {
            float[] found = Quantiles.of(sink -> image.forEach(channel, sink, progress), 0, 0.001, 0.999, 1);
            if (found.length == 0) return ValueRange.UNIT;
            return found[1] < found[2] ? new ValueRange(found[1], found[2]) : new ValueRange(found[0], found[3]);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same range for every channel. */
    record Given(ValueRange range) implements ValueRangePolicy {
        @Override
        public List<ValueRange> ranges(Planes image, Progress progress) {
            return Collections.nCopies(image.channels(), range);
        }

        @Override
        public String toString() {
            return range.toString();
        }
    }

    /** A range for each channel. */
    record PerChannel(List<ValueRange> ranges) implements ValueRangePolicy {
        public PerChannel {
            ranges = List.copyOf(ranges);
        }

        @Override
        public List<ValueRange> ranges(Planes image, Progress progress) {
            if (ranges.size() != image.channels())
                throw new IllegalArgumentException("There are value ranges for " + ranges.size() + " channels (" + this
                        + "), but the image has " + image.channels() + "; give one for each.");
            return ranges;
        }

        @Override
        public String toString() {
            return ranges.stream().map(ValueRange::toString).collect(Collectors.joining(", "));
        }
    }
}
