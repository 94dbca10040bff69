package io.github.ndrfiji.train;

import java.util.stream.Stream;

/** How long a user wants to wait. */
public enum TrainingPreset {
    QUICK_LOOK("a quick look", 1_200),
    COFFEE("a coffee", 6_000),
    OVERNIGHT("over night", 120_000);

    private final String label;
    private final long steps;

    TrainingPreset(String label, long steps) {
        this.label = label;
        this.steps = steps;
    }

    /** The number of steps; a compact network makes about six of them a second on two processor cores. */
    public long steps() {
        return steps;
    }

    /** What users know it by: {@code a coffee}. */
    @Override
    public String toString() {
        return label;
    }

    /**
     * The preset of that label.
     *
     * @throws IllegalArgumentException if there is none; the message says which there are
     */
    public static TrainingPreset named(String label) {
        return Stream.of(values())
                .filter(preset -> preset.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no preset '" + label
                        + "'; take 'a quick look', 'a coffee' or 'over night', or give a number of steps."));
    }
}
