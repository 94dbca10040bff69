package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import io.github.ndrfiji.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;

/** What scripts get of a command that fails. */
class NdrCommandTest {

    private static final class Failing extends NdrCommand {
        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        String doing() {
            return "Failing";
        }

        @Override
        void work(Progress progress) {
            throw failure;
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB."),
                        "The device has too little memory; close other programs, or take the device cpu."),
                Arguments.of(
                        new UncheckedIOException("Make room on the disk.", new IOException("full")),
                        "Make room on the disk."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureThatCanHappenHasItsRemedy(RuntimeException failure, String expected) {
        try (Context context = new Context()) {
            Failing command = new Failing(failure);
            context.inject(command);
            assertEquals(
                    expected, assertThrows(RuntimeException.class, command::run).getMessage());
        }
    }
}
