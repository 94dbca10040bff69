package io.github.ndrfiji.cli;

import io.github.ndrfiji.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What is to be done so that a folder of Fiji or ImageJ has the plugin and each library that it needs exactly once.
 *
 * <p>Libraries that the folder has of its own stay, whatever their version. What an earlier installation brought is taken
 * for not there: it is replaced, or removed if it is not needed any more. A file that was changed since is the user's.
 */
final class Installation {

    /** Its underscore makes plain ImageJ look into it. */
    private static final String PLUGIN = "NDR_Restore";

    private static final Set<String> PLUGIN_ARTIFACTS = Set.of(PLUGIN, "ndr-restore-fiji");

    private record Copy(Path from, Path to) {}

    private record Present(JarName there, Path file, JarName ours) {}

    private final AppFolder app;
    private final InstalledFiles earlier;
    private final List<Copy> copies = new ArrayList<>();
    private final List<Copy> same = new ArrayList<>();
    private final List<Path> removals = new ArrayList<>();
    private final List<Present> present = new ArrayList<>();

    private Installation(AppFolder app) throws IOException {
        this.app = app;
        earlier = InstalledFiles.of(app.root());
    }

    /** Looks at the folder and alters nothing. */
    static Installation plan(Program program, AppFolder app) throws IOException {
        Installation installation = new Installation(app);
        List<Path> ours = new ArrayList<>();
        List<Path> foreign = new ArrayList<>();
        for (Path jar : app.jars()) (installation.isOurs(jar) ? ours : foreign).add(jar);
        installation.place(program.plugin(), app.pluginsFolder().resolve(PLUGIN + "-" + program.version() + ".jar"));
        for (Path library : program.libraries()) installation.placeUnlessIn(foreign, library);
        ours.removeAll(installation.same.stream().map(Copy::to).toList());
        ours.removeAll(installation.copies.stream().map(Copy::to).toList());
        installation.removals.addAll(ours);
        return installation;
    }

    private boolean isOurs(Path jar) throws IOException {
        return PLUGIN_ARTIFACTS.contains(JarName.of(jar).artifact()) || earlier.isUnchanged(jar);
    }

    private void placeUnlessIn(List<Path> foreign, Path library) throws IOException {
        JarName name = JarName.of(library);
        Optional<Path> there = foreign.stream()
                .filter(jar -> JarName.of(jar).isSameLibrary(name))
                .findFirst();
        if (there.isPresent()) present.add(new Present(JarName.of(there.get()), there.get(), name));
        else place(library, app.jarsFolder().resolve(library.getFileName()));
    }

    private void place(Path from, Path to) throws IOException {
        boolean isThere = Files.isRegularFile(to) && Files.mismatch(from, to) == -1;
        (isThere ? same : copies).add(new Copy(from, to));
    }

    /** Does it, all or nothing. */
    void apply() throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (FolderChanges changes = new FolderChanges(app.root())) {
            for (Path old : removals) changes.remove(old);
            for (Copy copy : copies) changes.put(copy.to(), out -> Files.copy(copy.from(), out));
            for (Copy copy : copies) digests.put(earlier.name(copy.to()), Sha256.of(copy.to()));
            for (Copy copy : same) digests.put(earlier.name(copy.to()), Sha256.of(copy.to()));
            changes.put(earlier.list(), new InstalledFiles(app.root(), digests).content());
            changes.keep();
        }
    }

    /** Tells in plain words what is done, line by line. */
    void tell(Consumer<String> line) {
        for (Present jar : present) line.accept("  there      " + text(jar));
        for (Copy jar : same) line.accept("  unchanged  " + earlier.name(jar.to()));
        for (Path jar : removals) line.accept("  removed    " + earlier.name(jar));
        for (Copy jar : copies) line.accept("  copied     " + earlier.name(jar.to()));
    }

    /** What the user should know about libraries that are older than those that the plugin was tested with. */
    List<String> warnings() {
        return present.stream()
                .filter(jar -> jar.there().isOlderThan(jar.ours()))
                .map(jar -> "'" + earlier.name(jar.file()) + "' is older than "
                        + jar.ours().version().orElseThrow() + ", with which the plugin was made; if it fails, update "
                        + app.kind() + ".")
                .toList();
    }

    private String text(Present jar) {
        String version = jar.ours().version().orElse("of unknown version");
        return earlier.name(jar.file())
                + (jar.there().version().equals(jar.ours().version()) ? "" : " (ours is " + version + ")");
    }
}
