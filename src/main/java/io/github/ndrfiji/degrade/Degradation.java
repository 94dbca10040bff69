package io.github.ndrfiji.degrade;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A degradation of fixed strength, drawn from a {@link DegradationRange}. Immutable and safe for use by many threads.
 *
 * @param kind what it does
 * @param values one for each number that the kind depends on, in the order of {@link DegradationKind#form()}
 */
public record Degradation(DegradationKind kind, List<Double> values) {

    public Degradation {
        values = List.copyOf(values);
        List<Parameter> parameters = kind.parameters();
        if (values.size() != parameters.size())
            throw new IllegalArgumentException("The degradation " + kind + " depends on " + parameters.size()
                    + " numbers, but " + values.size() + " were given; write it as " + kind.form() + ".");
        for (int i = 0; i < values.size(); i++) parameters.get(i).check(values.get(i));
    }

    /**
     * A degraded copy. Values nominally lie in [0, 1]; results beyond that are not clipped. The copy has the same
     * shape, but for {@link DegradationKind#DOWNSAMPLE}.
     *
     * @param clean remains as it is
     * @param random the only source of chance: equal seeds give equal results, bit for bit
     * @throws IllegalArgumentException if the kind is {@code DOWNSAMPLE} and a side is no multiple of its factor
     */
    public Patch apply(Patch clean, RandomGenerator random) {
        return apply(clean, Optional.empty(), random);
    }

    /**
     * The same for a scene whose depths are known, which {@link DegradationKind#HAZE} then draws none of.
     *
     * @throws IllegalArgumentException if the depths are of another size than the scene
     */
    public Patch apply(Patch clean, Optional<Depth> depth, RandomGenerator random) {
        Effect effect = kind.effect(values);
        return depth.isPresent() ? effect.apply(clean, depth.get(), random) : effect.apply(clean, random);
    }

    /** The text from which {@link DegradationRange#parse} makes a range that holds only this degradation. */
    @Override
    public String toString() {
        return new DegradationRange(kind, values.stream().map(Spread::of).toList()).toString();
    }
}
