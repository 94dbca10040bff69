package io.github.ndrfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the code to the table of packages, and shows on deliberately bad code that it would not hold everything. */
class ArchitectureTest {

    private static final String ROOT = "io.github.ndrfiji";
    private static final String BAD = ROOT + ".badcode";

    @TestFactory
    Stream<DynamicTest> theCodeKeepsEveryRule() {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        assertTrue(code.contain(Progress.class), "the code was imported");
        return new ArchitectureRules(ROOT)
                .all().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(code)));
    }

    /** Every class of the bad code breaks a rule, but for those that are there to be misused. */
    @Test
    void everyBadClassIsFound() {
        JavaClasses bad = new ClassFileImporter().importPackages(BAD);
        Set<String> found = new TreeSet<>();
        for (ArchRule rule : new ArchitectureRules(BAD).all())
            for (JavaClass type : bad) if (breaks(rule, type, bad)) found.add(type.getSimpleName());
        Set<String> expected = new TreeSet<>();
        for (JavaClass type : bad) if (!type.getSimpleName().startsWith("Good")) expected.add(type.getSimpleName());
        assertEquals(expected, found);
    }

    private static boolean breaks(ArchRule rule, JavaClass type, JavaClasses all) {
        return rule.evaluate(all.that(DescribedPredicate.equalTo(type))).hasViolation();
    }

    @Test
    void everyPackageSaysItsJob() throws IOException {
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> without = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
                    .toList();
            assertEquals(List.of(), without);
        }
    }
}
