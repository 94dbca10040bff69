package io.github.ndrfiji.benchmark;

/** What is measured. */
public enum Work {
    /** From before the engine is loaded until the first tile is restored. */
    START("start to first tile", ""),
    /** A whole image, in tiles, from its pixels to those of the result. */
    RESTORE("restore", "MP/s"),
    /** A step of both networks and the optimiser, without preparing the patches. */
    TRAIN("training step", "patches/s");

    private final String words;
    private final String unit;

    Work(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    /** The unit of the throughput: million pixels of the source, or patches, a second; empty where there is none. */
    public String unit() {
        return unit;
    }

    /** Its name for readers. */
    @Override
    public String toString() {
        return words;
    }
}
