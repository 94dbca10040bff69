package io.github.ndrfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordWrapTest {

    @Test
    void aShortTextRemains() {
        assertEquals(List.of("There is no image open."), WordWrap.lines("There is no image open.", 80));
        assertEquals(List.of(""), WordWrap.lines("", 80));
    }

    /** 16 words of 4 letters with the spaces between them have 79 characters. */
    @Test
    void aLongOneIsBrokenBetweenWords() {
        String line = "word ".repeat(16).strip();
        assertEquals(List.of(line, line, "end"), WordWrap.lines(line + " " + line + " end", 79));
        assertEquals(List.of(line.substring(0, 74), "word end"), WordWrap.lines(line + " end", 78));
    }

    @Test
    void aWordThatIsTooLongStandsAlone() {
        String path = "x".repeat(200);
        assertEquals(List.of("The file", path, "is missing"), WordWrap.lines("The file " + path + " is missing", 80));
        assertEquals(List.of(path, "is missing"), WordWrap.lines(path + " is missing", 80));
    }
}
