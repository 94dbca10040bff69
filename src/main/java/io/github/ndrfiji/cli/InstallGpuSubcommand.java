package io.github.ndrfiji.cli;

import io.github.ndrfiji.engine.GpuInstallation;
import io.github.ndrfiji.engine.Machine;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ndr install-gpu}. */
@Command(
        name = "install-gpu",
        description = {
            "Fetches what an NVIDIA GPU needs: libtorch with CUDA, some 2 to 3 GB.",
            "",
            "It comes from the server of DJL, the library below this program, and goes to DJL's cache (.djl.ai in your home"
                    + " folder), for the command line and for Fiji. The variable NDR_LIBTORCH names another source: the"
                    + " address or folder of a copy of that server, or a zip file of libtorch 2.7.1 for CUDA 12.8. Nothing is"
                    + " fetched unless you agree. Fetching can be interrupted and leaves nothing half done.",
            ""
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ndr install-gpu",
            "  ndr install-gpu --yes",
            "  NDR_LIBTORCH=/media/stick/libtorch.zip ndr install-gpu --yes"
        })
final class InstallGpuSubcommand implements Callable<Integer> {

    private final Interrupt interrupt;

    @Spec
    private CommandSpec spec;

    @Option(names = "--yes", description = "Agree to it; else you are asked, which needs a terminal.")
    private boolean yes;

    @Mixin
    private Console console;

    InstallGpuSubcommand(Interrupt interrupt) {
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        GpuInstallation installation = GpuInstallation.plan(Machine.evidence());
        if (installation.isDone()) {
            console.say(
                    "It is installed in " + installation.target() + " already; 'ndr info' tells whether it is used.");
            return 0;
        }
        installation.explanation().forEach(console::say);
        if (!isAgreed()) {
            console.say("Nothing was fetched.");
            return Ndr.FAILED;
        }
        installation.run(new ConsoleProgress(console, interrupt, "libtorch", System::nanoTime));
        console.say("Installed into " + installation.target() + "; 'ndr info' tells whether it is used. Restart Fiji or"
                + " ImageJ if it runs.");
        return 0;
    }

    private boolean isAgreed() {
        if (yes) return true;
        if (!console.isTerminal() || System.console() == null)
            throw new ParameterException(
                    spec.commandLine(), "There is no terminal to ask for your consent; give --yes to agree.");
        String answer = System.console().readLine("Fetch it now? [y/N] ");
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
