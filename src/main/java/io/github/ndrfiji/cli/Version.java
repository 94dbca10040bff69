package io.github.ndrfiji.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"ndr " + text()};
    }

    /** As the jar's manifest has it; there is none when run from class files. */
    static String text() {
        String version = Ndr.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }
}
