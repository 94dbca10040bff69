package io.github.ndrfiji.command;

import ij.IJ;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.engine.GpuInstallation;
import io.github.ndrfiji.engine.Machine;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells what runs where, and why; installs what a GPU needs. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "NDR Restore"), @Menu(label = "Check Engine...", weight = 6)},
        headless = true,
        description =
                "Tells versions, devices, models and folders, to copy into a report of a problem; and fetches what an"
                        + " NVIDIA GPU needs.")
public class CheckEngineCommand extends NdrCommand {

    private static final String CHECK = "check";
    private static final String INSTALL_GPU = "install-gpu";

    @Parameter(
            label = "Do",
            persist = false,
            choices = {CHECK, INSTALL_GPU},
            description =
                    "check: tell what there is, what is used, and why; install-gpu: first fetch libtorch with CUDA, some"
                            + " 2 to 3 GB, for an NVIDIA GPU. The dialog asks once more; a macro agrees by this word.")
    private String action = CHECK;

    @Parameter(type = ItemIO.OUTPUT, label = "Engine of NDR-Restore")
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private String report;

    @Override
    String doing() {
        return action.equals(INSTALL_GPU) ? "Fetching libtorch" : "Checking the engine";
    }

    @Override
    void work(Progress progress) throws IOException {
        if (action.equals(INSTALL_GPU)) installGpu(progress);
        else if (!action.equals(CHECK))
            throw new IllegalArgumentException(
                    "'" + action + "' cannot be done with the engine; take " + CHECK + " or " + INSTALL_GPU + ".");
        report = EngineReport.read().toString();
    }

    private void installGpu(Progress progress) throws IOException {
        GpuInstallation installation = GpuInstallation.plan(Machine.evidence());
        if (installation.isDone()) return;
        String explanation = String.join("\n", installation.explanation());
        if (isChosen() && !IJ.showMessageWithCancel("Fetch libtorch with CUDA", explanation))
            throw new CancellationException("Nothing was fetched.");
        progress.log(explanation.replace('\n', ' '));
        installation.run(progress);
    }
}
