package io.github.ndrfiji.cli;

import io.github.ndrfiji.command.Weighted;
import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.image.ValueRangePolicy;
import io.github.ndrfiji.maps.MapKind;
import io.github.ndrfiji.restore.AffinityLevel;
import io.github.ndrfiji.train.TrainingPreset;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line. Exit codes: 0 done, 1 failed, 2 wrong call, 130 interrupted. */
@Command(
        name = "ndr",
        description = "Restores images and stacks degraded by noise, rain, stripes, haze or low resolution.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ndr restore noisy.tif -o restored.tif",
            "  ndr restore stacks/ -o restored/ --range 0:4095",
            "  ndr evaluate restored.tif clean.tif",
            "  ndr maps noisy.tif -o maps.tif",
            "",
            "'ndr help COMMAND' tells more about a command."
        })
public final class Ndr implements Runnable {

    static final int FAILED = 1;
    static final int WRONG_CALL = 2;
    static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "When something fails, show where in the program.")
    private boolean debug;

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // DJL logs to nobody here, which need not be told
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        if (!Arrays.asList(args).contains("--debug")) silenceStandardOutput();
        Interrupt interrupt = Interrupt.bySignals(Thread.currentThread());
        interrupt.exit(run(args, out, err, interrupt));
    }

    /** Runs the command line in this JVM, which goes on. */
    static int run(String[] args, PrintWriter out, PrintWriter err, Interrupt interrupt) {
        Failures failures = new Failures();
        CommandLine line = commandLine(interrupt)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            err.println("ndr: " + Failures.message(e));
            return FAILED;
        }
    }

    static CommandLine commandLine(Interrupt interrupt) {
        CommandLine line = new CommandLine(new Ndr())
                .addSubcommand(new RestoreSubcommand(interrupt))
                .addSubcommand(new MapsSubcommand(interrupt))
                .addSubcommand(new MeasureSubcommand(interrupt))
                .addSubcommand(new IdentifySubcommand(interrupt))
                .addSubcommand(new EvaluateSubcommand(interrupt))
                .addSubcommand(new DegradeSubcommand(interrupt))
                .addSubcommand(new TrainSubcommand(interrupt))
                .addSubcommand(new BenchmarkSubcommand(interrupt))
                .addSubcommand(new InstallSubcommand())
                .addSubcommand(new InstallGpuSubcommand(interrupt))
                .addSubcommand(new CheckFijiSubcommand(interrupt))
                .addSubcommand(new InfoSubcommand())
                .addSubcommand(new HelpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true);
        converting(line, ValueRangePolicy.class, ValueRangePolicy::parse);
        converting(line, DegradationChain.class, DegradationChain::parse);
        converting(line, MapKind.class, MapKind::parse);
        converting(line, AffinityLevel.class, AffinityLevel::parse);
        converting(line, Weighted.class, Weighted::parse);
        converting(line, TrainingPreset.class, LearningOptions::preset);
        return line;
    }

    /** The program to which a command belongs. */
    static Ndr of(CommandSpec command) {
        return (Ndr) command.root().userObject();
    }

    private static <T> void converting(CommandLine line, Class<T> type, Function<String, T> parser) {
        line.registerConverter(type, text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        });
    }

    /** ImageJ prints there what went wrong with a file; here exceptions say it. */
    private static void silenceStandardOutput() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, Charset.defaultCharset()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command was given; 'ndr --help' lists them.");
    }

    boolean isDebug() {
        return debug;
    }
}
