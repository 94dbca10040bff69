package io.github.ndrfiji.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ndr install}. */
@Command(
        name = "install",
        description = {
            "Installs the plugin into Fiji or ImageJ.",
            "",
            "Copies the plugin, and those libraries that the folder lacks; a library that is there stays as it is, whatever"
                    + " its version. What was installed stands in " + InstalledFiles.NAME
                    + " in the folder. Installing again replaces what was installed before.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ndr install ~/Fiji.app",
            "  ndr install ~/Fiji.app --dry-run",
            "  ndr install ~/Fiji.app --uninstall"
        })
final class InstallSubcommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FOLDER",
            description = "The folder in which Fiji's folders 'jars' and 'plugins' lie, or ImageJ's 'ij.jar'.")
    private Path folder;

    @Option(names = "--uninstall", description = "Remove what was installed, but for files that were changed since.")
    private boolean uninstall;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException {
        AppFolder app = AppFolder.of(folder);
        if (uninstall) uninstall(app);
        else install(app);
        return 0;
    }

    private void install(AppFolder app) throws IOException {
        Installation installation = Installation.plan(Program.running(), app);
        if (!dryRun) {
            requireWritable(app);
            installation.apply();
        }
        console.say(heading("Installed into ", "Would install into ", app));
        installation.tell(console::say);
        for (String warning : installation.warnings()) console.say("Note: " + warning);
        if (!dryRun)
            console.say(
                    "Now restart " + app.kind() + "; the commands are in the menu Plugins > NDR Restore. To see whether"
                            + " they work there: scripts/check-fiji '" + folder + "'");
    }

    private void uninstall(AppFolder app) throws IOException {
        Uninstallation uninstallation = Uninstallation.plan(app);
        if (!dryRun) {
            requireWritable(app);
            uninstallation.apply();
        }
        console.say(heading("Uninstalled from ", "Would uninstall from ", app));
        uninstallation.tell(console::say);
        if (!dryRun) console.say("Now restart " + app.kind() + ".");
    }

    private String heading(String done, String planned, AppFolder app) {
        return (dryRun ? planned : done) + app.kind() + " in '" + folder + "':";
    }

    private static void requireWritable(AppFolder app) throws IOException {
        for (Path path : List.of(app.root(), app.jarsFolder(), app.pluginsFolder()))
            if (Files.exists(path) && !Files.isWritable(path))
                throw new IOException("The folder '" + path + "' cannot be written to; install as its owner, or into a"
                        + " copy of your own.");
    }
}
