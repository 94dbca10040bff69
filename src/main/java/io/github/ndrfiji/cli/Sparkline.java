package io.github.ndrfiji.cli;

import io.github.ndrfiji.report.Series;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * A curve in one line of text: a character a point, the higher the darker.
 *
 * @param levels the characters, from the lowest to the highest
 */
record Sparkline(String levels) {

    /** Blocks that grow. */
    static final Sparkline BLOCKS = new Sparkline("▁▂▃▄▅▆▇█");

    /** For consoles that know no others. */
    static final Sparkline ASCII = new Sparkline(".:-=+*#@");

    private static final int WIDTH = 24;

    /** Blocks if the console can show them. */
    static Sparkline forConsole() {
        // Java writes in the first; what the console reads is the second where they differ, as on Windows.
        return canShow(Charset.defaultCharset())
                        && canShow(Charset.forName(System.getProperty("native.encoding", "US-ASCII")))
                ? BLOCKS
                : ASCII;
    }

    static boolean canShow(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode(BLOCKS.levels);
    }

    /** At most 24 characters, of which the highest is the highest point; all the lowest if all points are equal. */
    String of(Series series) {
        double[] values = series.thinned(WIDTH).y();
        double min = Arrays.stream(values).min().orElse(0);
        double max = Arrays.stream(values).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (double value : values) line.append(levels.charAt(level(max > min ? (value - min) / (max - min) : 0)));
        return line.toString();
    }

    private int level(double share) {
        return (int) Math.min(levels.length() - 1, Math.floor(share * levels.length()));
    }
}
