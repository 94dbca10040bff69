package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.EngineReport;
import picocli.CommandLine.IVersionProvider;

/** The version of this program. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"ndr " + EngineReport.version()};
    }
}
