package io.github.ndrfiji.command;

import io.github.ndrfiji.Progress;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells what runs where, and why. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "NDR Restore"), @Menu(label = "Check Engine...", weight = 6)},
        headless = true,
        description = "Tells versions, devices, models and folders, to copy into a report of a problem.")
public class CheckEngineCommand extends NdrCommand {

    @Parameter(type = ItemIO.OUTPUT, label = "Engine of NDR-Restore")
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private String report;

    @Override
    String doing() {
        return "Checking the engine";
    }

    @Override
    void work(Progress progress) throws IOException {
        report = EngineReport.read().toString();
    }
}
