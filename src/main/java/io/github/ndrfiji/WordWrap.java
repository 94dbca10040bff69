package io.github.ndrfiji;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
public final class WordWrap {

    private WordWrap() {}

    /**
     * The lines of a text, broken between words.
     *
     * @param width most characters of a line; a word that is longer stands alone
     */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
