package io.github.ndrfiji.degrade;

import static java.util.stream.Collectors.joining;

import io.github.ndrfiji.image.Patch;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Degradations that are applied one after the other, as light meets them: {@code haze:0.6-2+noise:0-20} is haze, seen
 * by a noisy camera. Immutable and safe for use by many threads.
 *
 * @param links at least one
 */
public record DegradationChain(List<DegradationRange> links) {

    private static final String SIGN = "+";

    public DegradationChain {
        links = List.copyOf(links);
        if (links.isEmpty())
            throw new IllegalArgumentException("There is no degradation; give one, or 'clean' for none.");
    }

    /** A single degradation. */
    public static DegradationChain of(DegradationRange degradation) {
        return new DegradationChain(List.of(degradation));
    }

    /**
     * Reads the text form: that of {@link DegradationRange}, joined by {@code +}.
     *
     * @throws IllegalArgumentException as {@link DegradationRange#parse}
     */
    public static DegradationChain parse(String text) {
        return new DegradationChain(
                Stream.of(text.split("\\+", -1)).map(DegradationRange::parse).toList());
    }

    /** The names of its kinds, joined by {@code +}. */
    public String kind() {
        return links.stream().map(link -> link.kind().toString()).collect(joining(SIGN));
    }

    /** The strengths of its kinds without their other numbers: {@code haze:0.6-2+noise:0-20}. */
    public String strength() {
        return links.stream().map(DegradationRange::strength).collect(joining(SIGN));
    }

    /** The same with a part of the strengths of its first link each, as {@link DegradationRange#byStrength}. */
    public List<DegradationChain> byStrength(int count) {
        return links.get(0).byStrength(count).stream()
                .map(first -> new DegradationChain(
                        Stream.concat(Stream.of(first), links.stream().skip(1)).toList()))
                .toList();
    }

    /** Whether one of its links is of this kind. */
    public boolean has(DegradationKind kind) {
        return links.stream().anyMatch(link -> link.kind() == kind);
    }

    /**
     * A degraded copy, as {@link Degradation#apply(Patch, RandomGenerator)} makes it. Each link draws its strength and
     * its chance when its turn has come: so a chain is the same as its links applied with one generator.
     */
    public Patch apply(Patch clean, RandomGenerator random) {
        return apply(clean, Optional.empty(), random);
    }

    /** The same, with haze that lies at given depths if there are any. */
    public Patch apply(Patch clean, Optional<Depth> depth, RandomGenerator random) {
        Patch patch = clean;
        for (DegradationRange link : links) patch = link.draw(random).apply(patch, depth, random);
        return patch;
    }

    /** The text form. */
    @Override
    public String toString() {
        return links.stream().map(DegradationRange::toString).collect(joining(SIGN));
    }
}
