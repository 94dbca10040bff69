package io.github.ndrfiji.degrade;

import io.github.ndrfiji.degrade.Spread.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A kind of degradation with the strengths it may have. Immutable and safe for use by many threads.
 *
 * <p>Its text form is that of the command line and of training configurations:
 *
 * <pre>
 * KIND[:STRENGTH][,NAME=VALUES]...
 * </pre>
 *
 * <p>as in {@code clean}, {@code noise:25}, {@code noise:0-55}, {@code rain:0.2-1,angle=-10-10,length=20}. A number
 * stands for itself, {@code A-B} for the numbers between, and {@code /} separates alternatives that are equally likely:
 * {@code stripes:5-20,angle=0/90}. Parameters that are not named have the ranges that {@link DegradationKind#form()}
 * shows.
 */
public final class DegradationRange {

    private final DegradationKind kind;
    private final List<Spread> spreads;

    DegradationRange(DegradationKind kind, List<Spread> spreads) {
        this.kind = kind;
        this.spreads = List.copyOf(spreads);
        for (int i = 0; i < spreads.size(); i++)
            for (Interval interval : spreads.get(i).intervals()) {
                kind.parameters().get(i).check(interval.from());
                kind.parameters().get(i).check(interval.to());
            }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text names no kind or parameter that there is, or a value outside its
     *     bounds; the message says what there is
     */
    public static DegradationRange parse(String text) {
        String[] parts = text.strip().split(",", -1);
        String[] head = parts[0].split(":", 2);
        DegradationKind kind = DegradationKind.named(head[0]);
        if (kind.takesStrength() != (head.length == 2))
            throw new IllegalArgumentException(
                    "'" + text + "' does not say how strong it is as it should; write it as " + kind.form() + ".");

        Map<String, Spread> given = new HashMap<>();
        if (kind.takesStrength()) given.put(kind.parameters().get(0).name(), Spread.parse(head[1]));
        for (String part : List.of(parts).subList(1, parts.length)) {
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || given.put(pair[0], Spread.parse(pair[1])) != null)
                throw new IllegalArgumentException(
                        "'" + part + "' in '" + text + "' is no new NAME=VALUES; write it as " + kind.form() + ".");
        }

        List<Spread> spreads = new ArrayList<>();
        for (Parameter parameter : kind.parameters()) {
            Spread spread = given.remove(parameter.name());
            spreads.add(spread != null ? spread : parameter.preset().orElseThrow());
        }
        if (!given.isEmpty())
            throw new IllegalArgumentException("The degradation " + kind + " has no parameter "
                    + String.join(", ", given.keySet()) + "; write it as " + kind.form() + ".");
        return new DegradationRange(kind, spreads);
    }

    /** What all degradations of this range do. */
    public DegradationKind kind() {
        return kind;
    }

    /** One degradation, each number drawn evenly from its range: lengths, widths and photons in their logarithm. */
    public Degradation draw(RandomGenerator random) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < spreads.size(); i++) {
            Parameter parameter = kind.parameters().get(i);
            Spread spread = spreads.get(i);
            values.add(
                    parameter.isSilentAt(spread)
                            ? spread.intervals().get(0).from()
                            : spread.draw(parameter.scale(), random));
        }
        return new Degradation(kind, values);
    }

    /** The kind and its strengths without its other numbers: {@code noise:0-55}. */
    public String strength() {
        return kind + (kind.takesStrength() ? ":" + spreads.get(0) : "");
    }

    /**
     * The same kind with a part of the strengths each, from the first to the last: all equally likely to be drawn.
     *
     * @param count of parts; fewer if the strengths are few, one if there is no strength
     */
    public List<DegradationRange> byStrength(int count) {
        if (!kind.takesStrength()) return List.of(this);
        return spreads.get(0).parts(count, kind.parameters().get(0).scale()).stream()
                .map(this::withStrength)
                .toList();
    }

    private DegradationRange withStrength(Spread strength) {
        List<Spread> changed = new ArrayList<>(spreads);
        changed.set(0, strength);
        return new DegradationRange(kind, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DegradationRange range && kind == range.kind && spreads.equals(range.spreads);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + spreads.hashCode();
    }

    /** The text form, with every parameter but those that a kind got later and that have their preset. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.toString());
        for (int i = 0; i < spreads.size(); i++) {
            if (kind.parameters().get(i).isSilentAt(spreads.get(i))) continue;
            if (i == 0) text.append(':');
            else text.append(',').append(kind.parameters().get(i).name()).append('=');
            text.append(spreads.get(i));
        }
        return text.toString();
    }
}
