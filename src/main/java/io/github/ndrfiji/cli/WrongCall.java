package io.github.ndrfiji.cli;

import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells arguments that the library refuses before any work from work that fails. */
final class WrongCall {

    private WrongCall() {}

    /** What comes before the work. */
    @FunctionalInterface
    interface Preparation<T> {
        T prepare() throws IOException;
    }

    /**
     * What an option makes.
     *
     * @throws IllegalArgumentException that begins with the option's name, in place of one that need not have it
     */
    static <T> T naming(String option, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    /** @throws ParameterException in place of an {@link IllegalArgumentException} */
    static <T> T unless(Preparation<T> preparation, CommandSpec command) throws IOException {
        try {
            return preparation.prepare();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
