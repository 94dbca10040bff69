package io.github.ndrfiji.model;

import io.github.ndrfiji.AtomicFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models there are by name: those shipped in the jar, and those installed in a folder.
 *
 * <pre>{@code
 * ModelBundle bundle = ModelRegistry.standard().open("general");
 * }</pre>
 *
 * <p>Shipped models are the resources {@code io/github/ndrfiji/models/NAME.ndr} whose names stand, one a line, in
 * {@code index.txt} beside them. An installed model is called as its file, without the extension. A shipped model hides an
 * installed one of its name. The folder is looked at anew by every call.
 */
public final class ModelRegistry {

    /** The model to take when the user chose none. */
    public static final String DEFAULT_MODEL = "general";

    private static final String SHIPPED = "/io/github/ndrfiji/models/";
    private static final String EXTENSION = ".ndr";

    /** What a training leaves beside its model, after the name of both. */
    private static final List<String> COMPANIONS =
            List.of(".checkpoint", ".ndr.checkpoint", "-report.html", "-losses.csv", "-validation.csv");

    private final Path folder;
    private final String shippedRoot;

    /** A registry whose installed models lie in {@code folder}, which need not exist. */
    public ModelRegistry(Path folder) {
        this(folder, SHIPPED);
    }

    ModelRegistry(Path folder, String shippedRoot) {
        this.folder = folder;
        this.shippedRoot = shippedRoot;
    }

    /**
     * The registry of this user: the folder named by the system property or else the environment variable
     * {@code NDR_MODELS}, or else {@code .ndr-restore/models} in the home folder.
     */
    public static ModelRegistry standard() {
        String chosen = System.getProperty("NDR_MODELS", System.getenv("NDR_MODELS"));
        return new ModelRegistry(
                chosen == null || chosen.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".ndr-restore", "models")
                        : Path.of(chosen));
    }

    /** Where a model of the registry comes from. */
    public enum Source {
        SHIPPED,
        INSTALLED
    }

    /**
     * A model that can be opened by name.
     *
     * @param description one line; of an installed file that cannot be opened, why
     */
    public record Model(String name, String description, Source source) {}

    /** Where models are installed. */
    public Path folder() {
        return folder;
    }

    /** All models, the shipped ones first, then the installed ones by name. */
    public List<Model> list() throws IOException {
        List<Model> models = new ArrayList<>();
        for (String name : shippedNames()) {
            try (InputStream in = shipped(name);
                    BundleReader reader = BundleReader.open(in, name)) {
                models.add(new Model(name, reader.info().description(), Source.SHIPPED));
            }
        }
        for (String name : installedNames()) models.add(new Model(name, describe(fileOf(name)), Source.INSTALLED));
        return List.copyOf(models);
    }

    private static String describe(Path file) {
        try (BundleReader reader = BundleReader.open(file)) {
            return reader.info().description();
        } catch (IOException e) {
            return "cannot be opened: " + e.getMessage();
        }
    }

    /**
     * Opens a model.
     *
     * @param nameOrFile a name in the list, or else the path of a bundle
     * @throws IllegalArgumentException if there is neither such a model nor such a file
     * @throws ModelFormatException if the file is not exactly what it should be
     */
    public ModelBundle open(String nameOrFile) throws IOException {
        if (shippedNames().contains(nameOrFile)) {
            try (InputStream in = shipped(nameOrFile)) {
                return ModelBundle.read(in, nameOrFile);
            }
        }
        if (installedNames().contains(nameOrFile)) return ModelBundle.read(fileOf(nameOrFile));
        Path file = Path.of(nameOrFile);
        if (Files.isRegularFile(file)) return ModelBundle.read(file);
        throw unknown(nameOrFile);
    }

    /**
     * Makes a copy of a bundle a model of the list, after reading it completely.
     *
     * @param overwrite whether it may take the place of an installed model of its name
     * @return the model's name, which is the one that stands in the bundle
     * @throws ModelFormatException if the file is not exactly what it should be
     * @throws FileAlreadyExistsException if there is a model of its name that may not be replaced
     */
    public String install(Path file, boolean overwrite) throws IOException {
        String name = ModelBundle.read(file).info().name();
        if (shippedNames().contains(name))
            throw new FileAlreadyExistsException(
                    file.toString(),
                    null,
                    "its model is called '" + name + "' like a shipped one; give it another name");
        Path target = fileOf(name);
        if (!overwrite && Files.exists(target))
            throw new FileAlreadyExistsException(
                    target.toString(), null, "a model '" + name + "' is installed; remove it first, or overwrite it");
        Files.createDirectories(folder);
        AtomicFile.write(target, out -> Files.copy(file, out));
        return name;
    }

    /**
     * Deletes an installed model, and what its training left beside it: its report and tables, and its checkpoint, which
     * would keep another training from that name.
     *
     * @throws IllegalArgumentException if there is none of that name; shipped models cannot be removed
     */
    public void remove(String name) throws IOException {
        if (shippedNames().contains(name))
            throw new IllegalArgumentException(
                    "The model '" + name + "' is shipped with NDR-Restore and cannot be removed.");
        if (!installedNames().contains(name)) throw unknown(name);
        Files.delete(fileOf(name));
        for (String companion : COMPANIONS) Files.deleteIfExists(folder.resolve(name + companion));
    }

    private IllegalArgumentException unknown(String nameOrFile) throws IOException {
        List<String> names = Stream.concat(shippedNames().stream(), installedNames().stream())
                .toList();
        return new IllegalArgumentException("There is no model and no file called '" + nameOrFile + "'; "
                + (names.isEmpty() ? "no models are installed in " + folder : "the models are " + names)
                + ". Use one of these, or the path of a " + EXTENSION + " file.");
    }

    private List<String> shippedNames() throws IOException {
        try (BufferedReader index =
                new BufferedReader(new InputStreamReader(resource("index.txt"), StandardCharsets.UTF_8))) {
            return index.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private InputStream shipped(String name) {
        return resource(name + EXTENSION);
    }

    private InputStream resource(String name) {
        return Optional.ofNullable(ModelRegistry.class.getResourceAsStream(shippedRoot + name))
                .orElseThrow(() -> new IllegalStateException(
                        "The program lacks its resource " + shippedRoot + name + "; install it again."));
    }

    /** Names of the files in the folder that no shipped model hides. */
    private List<String> installedNames() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        List<String> hidden = shippedNames();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(EXTENSION) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .filter(name -> !hidden.contains(name))
                    .sorted()
                    .toList();
        }
    }

    private Path fileOf(String name) {
        return folder.resolve(name + EXTENSION);
    }
}
