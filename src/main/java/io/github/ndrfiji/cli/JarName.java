package io.github.ndrfiji.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scijava.util.VersionUtils;

/**
 * What the name of a jar file tells: {@code ARTIFACT-VERSION-CLASSIFIER.jar}, where version and classifier may be missing.
 *
 * @param artifact what Fiji's updater too takes for the library's name
 * @param version begins with a number
 * @param classifier the platform or kind of a jar of which the same version has several
 */
record JarName(String artifact, Optional<String> version, Optional<String> classifier) {

    private static final Pattern CLASSIFIER =
            Pattern.compile("(.+?)-((?:sources|javadoc|tests|shaded|natives(?:-\\w+)*)"
                    + "|(?:natives-)?(?:linux|macosx|macos|osx|windows|win|android)-\\w+)");

    private static final Pattern VERSION = Pattern.compile("(.+?)-(\\d+(?:\\.[\\w+]+)*(?:-[\\w.+]+)*)");

    /** @param file its name ends in {@code .jar} */
    static JarName of(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.jar$", "");
        Optional<String> classifier = Optional.empty();
        Matcher classified = CLASSIFIER.matcher(name);
        if (classified.matches()) {
            name = classified.group(1);
            classifier = Optional.of(classified.group(2));
        }
        Matcher versioned = VERSION.matcher(name);
        return versioned.matches()
                ? new JarName(versioned.group(1), Optional.of(versioned.group(2)), classifier)
                : new JarName(name, Optional.empty(), classifier);
    }

    static boolean isJar(Path file) {
        return file.getFileName().toString().endsWith(".jar");
    }

    /** Whether both are the same library, of whatever version. */
    boolean isSameLibrary(JarName other) {
        return artifact.equals(other.artifact) && classifier.equals(other.classifier);
    }

    /** Whether both versions are known and this one is the older. */
    boolean isOlderThan(JarName other) {
        return version.isPresent()
                && other.version.isPresent()
                && VersionUtils.compare(version.get(), other.version.get()) < 0;
    }
}
