package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.EngineReport;
import java.io.IOException;
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
        EngineReport report = EngineReport.read();
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        report.failure().ifPresent(failure -> console.fail("", failure));
        return report.failure().isPresent() ? Ndr.FAILED : 0;
    }
}
