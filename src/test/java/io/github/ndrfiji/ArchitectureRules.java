package io.github.ndrfiji;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the packages below a root may do: the only allowed imports between them, and calls that are traps. */
final class ArchitectureRules {

    private static final String DJL = "ai.djl..";
    private static final String JNA = "com.sun.jna..";
    private static final String IMGLIB2 = "net.imglib2..";
    private static final String GSON = "com.google.gson..";
    private static final String COMMONS_MATH = "org.apache.commons.math3..";
    private static final String IMAGEJ = "ij..";
    private static final String SCIJAVA = "org.scijava..";
    private static final String PICOCLI = "picocli..";
    private static final String MANAGEMENT = "com.sun.management..";
    private static final String AWT = "java.awt..";
    private static final String LOGGING = "java.util.logging..";
    private static final String SWING = "javax..";
    private static final String IMAGE_FILES = "javax.imageio..";
    private static final String CHARTS = "org.jfree..";

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    List<ArchRule> all() {
        return Stream.concat(
                        table().stream().map(this::imports),
                        Stream.of(
                                everyPackageStandsInTheTable(),
                                rootImportsNothing(),
                                noDialogsOnTheCommandLine(),
                                noNumberMethods(),
                                noStandardStreams(),
                                noStackTraces()))
                .map(rule -> rule.allowEmptyShould(true))
                .toList();
    }

    private record Row(String name, String... mayImport) {}

    /** Every package may also import itself, the root package, and Java without its desktop and its logging. */
    private static List<Row> table() {
        return List.of(
                new Row("engine", DJL, JNA),
                new Row("tensor", "engine", DJL, MANAGEMENT),
                new Row("network", "tensor"),
                new Row("fingerprint", COMMONS_MATH),
                new Row("model", "fingerprint", "network", "tensor", GSON),
                new Row("image", IMGLIB2),
                new Row("degrade", "image"),
                new Row("metrics", "image", COMMONS_MATH),
                new Row("restore", "fingerprint", "model", "network", "tensor", "image", IMGLIB2),
                new Row("maps", "image", "restore", IMGLIB2),
                new Row(
                        "train",
                        "fingerprint",
                        "model",
                        "network",
                        "tensor",
                        "degrade",
                        "metrics",
                        "image",
                        IMGLIB2,
                        GSON),
                new Row("report", "model", "network", "metrics", "train", "image", AWT, IMAGE_FILES),
                new Row(
                        "benchmark",
                        "model",
                        "network",
                        "tensor",
                        "degrade",
                        "restore",
                        "train",
                        "image",
                        IMGLIB2,
                        MANAGEMENT),
                new Row("figure", "image", COMMONS_MATH, AWT),
                new Row("imagej", "image", IMGLIB2, IMAGEJ, SCIJAVA, AWT, SWING),
                new Row(
                        "command",
                        "engine",
                        "tensor",
                        "network",
                        "fingerprint",
                        "model",
                        "image",
                        "degrade",
                        "metrics",
                        "restore",
                        "maps",
                        "train",
                        "report",
                        "figure",
                        "imagej",
                        IMGLIB2,
                        IMAGEJ,
                        SCIJAVA,
                        AWT,
                        SWING,
                        CHARTS),
                new Row(
                        "cli",
                        "engine",
                        "tensor",
                        "network",
                        "fingerprint",
                        "model",
                        "image",
                        "degrade",
                        "metrics",
                        "restore",
                        "maps",
                        "train",
                        "report",
                        "benchmark",
                        "figure",
                        "imagej",
                        "command",
                        IMGLIB2,
                        IMAGEJ,
                        SCIJAVA,
                        AWT,
                        SWING,
                        GSON,
                        PICOCLI));
    }

    private ArchRule imports(Row row) {
        String[] mayImport = Arrays.stream(row.mayImport).map(this::resolved).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(resolved(row.name))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(mayImport)
                        .or(resideInAnyPackage(root, resolved(row.name)))
                        .or(plainJava()));
    }

    private ArchRule rootImportsNothing() {
        return classes()
                .that()
                .resideInAPackage(root)
                .should()
                .onlyDependOnClassesThat(resideInAPackage(root).or(plainJava()));
    }

    private ArchRule everyPackageStandsInTheTable() {
        String[] known = table().stream().map(row -> resolved(row.name)).toArray(String[]::new);
        return classes().should(be(resideInAnyPackage(known).or(resideInAPackage(root))));
    }

    private ArchRule noDialogsOnTheCommandLine() {
        return noClasses()
                .that()
                .resideInAPackage(resolved("cli"))
                .should()
                .dependOnClassesThat(resideInAPackage(resolved("imagej")).and(simpleNameEndingWith("Dialog")));
    }

    private static ArchRule noNumberMethods() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        targetOwner(assignableTo("ai.djl.ndarray.NDArray").or(assignableTo("ai.djl.ndarray.NDArrays")))
                                .and(target(describe("a method that takes a Number", ArchitectureRules::takesNumber))))
                .because("they wrap a Java buffer that is freed at once, while autograd keeps its address");
    }

    private static boolean takesNumber(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Number.class));
    }

    private static boolean hasNoParameters(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().isEmpty();
    }

    private ArchRule noStandardStreams() {
        return noClasses().that().resideOutsideOfPackage(resolved("cli")).should(ACCESS_STANDARD_STREAMS);
    }

    private static ArchRule noStackTraces() {
        return noClasses()
                .should()
                .accessTargetWhere(targetOwner(assignableTo(Throwable.class))
                        .and(target(name("printStackTrace")))
                        .and(target(describe("without parameters", ArchitectureRules::hasNoParameters))));
    }

    private static DescribedPredicate<JavaClass> plainJava() {
        return resideInAPackage("java..").and(not(resideInAnyPackage(AWT, LOGGING)));
    }

    /** The pattern of one of our packages; that of another stays. */
    private String resolved(String name) {
        return name.endsWith("..") ? name : root + "." + name + "..";
    }
}
