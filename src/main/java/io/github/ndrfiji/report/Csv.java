package io.github.ndrfiji.report;

import java.util.List;
import java.util.regex.Pattern;

/** A table as text: one line a row, a comma between cells, quotes where a cell needs them (RFC 4180). */
public final class Csv {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\\r\\n]");

    private final StringBuilder text = new StringBuilder();

    /** Adds a line. */
    public void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) text.append(',');
            text.append(quoted(cells.get(i)));
        }
        text.append('\n');
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** A number in full, or nothing where there is none. */
    public static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /** The lines so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
