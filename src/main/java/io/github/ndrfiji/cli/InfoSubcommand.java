package io.github.ndrfiji.cli;

import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.ModelRegistry.Model;
import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ndr info}. */
@Command(name = "info", description = "Prints versions, devices, models and folders; add it to a report of a problem.")
final class InfoSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Console console;

    @Override
    public Integer call() throws IOException {
        line("NDR-Restore", Version.text());
        line("Java", System.getProperty("java.version") + ", " + System.getProperty("java.home"));
        line("Java memory", (Runtime.getRuntime().maxMemory() >> 20) + " MB at most");
        line(
                "System",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        line("DJL", Torch.djlVersion());
        boolean engine = engine();
        ModelRegistry registry = ModelRegistry.standard();
        for (Model model : registry.list())
            line(
                    "Model",
                    model.name() + " (" + model.source().name().toLowerCase(Locale.ROOT) + "): " + model.description());
        line("Models folder", registry.folder().toString());
        return engine ? 0 : Ndr.FAILED;
    }

    /** Whether the engine starts. */
    private boolean engine() {
        try {
            line("libtorch", Torch.libtorchVersion());
            line("Device", "cpu, " + Torch.threads() + " threads");
            for (int i = 0; i < Torch.gpuCount(); i++) line("Device", "gpu:" + i);
            return true;
        } catch (IllegalStateException e) {
            console.fail("", e);
            return false;
        }
    }

    private void line(String name, String value) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%-14s %s%n", name, value);
    }
}
