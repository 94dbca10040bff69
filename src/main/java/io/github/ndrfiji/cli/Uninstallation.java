package io.github.ndrfiji.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Removes from a folder what {@link Installation} brought, unless it was changed since. */
final class Uninstallation {

    private final AppFolder app;
    private final InstalledFiles installed;
    private final List<Path> removals = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    private Uninstallation(AppFolder app, InstalledFiles installed) {
        this.app = app;
        this.installed = installed;
    }

    /**
     * Looks at the folder and alters nothing.
     *
     * @throws IOException if nothing was installed
     */
    static Uninstallation plan(AppFolder app) throws IOException {
        Uninstallation uninstallation = new Uninstallation(app, InstalledFiles.of(app.root()));
        InstalledFiles installed = uninstallation.installed;
        if (!Files.exists(installed.list()))
            throw new IOException("There is no '" + installed.list()
                    + "', so nothing was installed by this program that" + " it could remove.");
        for (String name : installed.digests().keySet()) {
            Path file = app.root().resolve(name);
            if (installed.isUnchanged(file)) uninstallation.removals.add(file);
            else if (Files.exists(file)) uninstallation.left.add(name);
        }
        return uninstallation;
    }

    /** Does it, all or nothing. */
    void apply() throws IOException {
        try (FolderChanges changes = new FolderChanges(app.root())) {
            for (Path file : removals) changes.remove(file);
            changes.remove(installed.list());
            changes.keep();
        }
        Path jars = app.jarsFolder();
        if (Files.isDirectory(jars) && Folders.isEmpty(jars)) Files.delete(jars); // plain ImageJ has none
    }

    /** Tells in plain words what is done, line by line. */
    void tell(Consumer<String> line) {
        for (String name : left) line.accept("  left       " + name + " (it was changed since)");
        for (Path file : removals) line.accept("  removed    " + installed.name(file));
        line.accept("  removed    " + InstalledFiles.NAME);
    }
}
