package io.github.ndrfiji.command;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;
import org.scijava.module.Module;

/** Runs commands as scripts do, with an empty folder of installed models. */
abstract class CommandTest {

    static final Path MODEL = Path.of("src/test/resources/bundles/format-1.ndr");

    @TempDir
    Path models;

    Context context;
    CommandService commands;

    @BeforeEach
    void startSciJava() {
        System.setProperty("NDR_MODELS", models.toString());
        context = new Context();
        commands = context.service(CommandService.class);
        context.service(LogService.class).setLevel(LogLevel.NONE); // SciJava logs what the tests expect to fail
    }

    @AfterEach
    void stopSciJava() {
        context.dispose();
        System.clearProperty("NDR_MODELS");
    }

    Module run(Class<? extends Command> command, Map<String, Object> inputs) throws Exception {
        return commands.run(command, true, inputs).get();
    }

    /** What a script's author reads: the message of the command, which SciJava wraps. */
    static String messageOf(Throwable e) {
        return e instanceof IllegalArgumentException || e.getCause() == null ? e.getMessage() : messageOf(e.getCause());
    }
}
