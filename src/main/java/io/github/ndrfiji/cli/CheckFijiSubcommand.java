package io.github.ndrfiji.cli;

import io.github.ndrfiji.cli.FijiCheck.Finding;
import io.github.ndrfiji.cli.FijiCheck.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ndr check-fiji}. */
@Command(
        name = "check-fiji",
        description = {
            "Checks that the plugin works in a Fiji or ImageJ.",
            "",
            "Copies its jars to a temporary folder, installs the plugin there, and restores samples by a macro, a Groovy"
                    + " script and --run with parameters, all without windows. Each result must equal that of the command"
                    + " line bit for bit. The folder itself remains as it is.",
            ""
        },
        sortOptions = false,
        footer = {"", "Examples:", "  ndr check-fiji ~/Fiji.app"})
final class CheckFijiSubcommand implements Callable<Integer> {

    private static final String ROW = "%-22s %-18s %s%n";

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            description = "The folder in which Fiji's folders 'jars' and 'plugins' lie, or ImageJ's 'ij.jar'.")
    private Path folder;

    @Mixin
    private Console console;

    CheckFijiSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        AppFolder app = AppFolder.of(folder.toAbsolutePath());
        Program program = Program.running();
        Path work = Files.createTempDirectory("ndr-check-fiji-").toRealPath();
        FijiCheck check = new FijiCheck(work, console, interrupt);
        List<Door> failed = List.of();
        try {
            List<Finding> findings = check.run(app, program);
            print(findings);
            failed = doors(findings, Outcome.FAILED);
            if (failed.isEmpty() && doors(findings, Outcome.PASSED).isEmpty()) {
                console.fail("Nothing could be checked in '" + folder + "'.");
                return Ndr.FAILED;
            }
        } finally {
            if (failed.isEmpty()) Folders.delete(work);
            else check.deleteCopy();
        }
        for (Door door : failed) console.fail("What was printed by '" + door + "' is in " + check.log(door));
        return failed.isEmpty() ? 0 : Ndr.FAILED;
    }

    private static List<Door> doors(List<Finding> findings, Outcome outcome) {
        return findings.stream()
                .filter(finding -> finding.outcome() == outcome)
                .map(Finding::door)
                .distinct()
                .toList();
    }

    private void print(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : findings)
            out.printf(
                    Locale.ROOT,
                    ROW,
                    finding.door(),
                    finding.sample(),
                    finding.outcome()
                            + finding.reason().map(reason -> ": " + reason).orElse(""));
    }
}
