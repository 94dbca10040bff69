package io.github.ndrfiji.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that the table of doors names is there. */
class DoorsTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    @Test
    void everyTestOfTheTableIsThere() throws IOException {
        Map<String, String> sources = new HashMap<>(); // two packages have a RestoreTest
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                sources.merge(
                        file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
        }
        Matcher named = NAMED.matcher(Files.readString(Path.of("docs", "doors.md")));
        List<String> missing = new ArrayList<>();
        int count = 0;
        for (; named.find(); count++) {
            String source = sources.getOrDefault(named.group(1), "");
            if (!source.contains("void " + named.group(2) + "(")) missing.add(named.group());
        }
        assertEquals(List.of(), missing);
        assertTrue(count > 40, count + " tests are named");
    }
}
