package io.github.ndrfiji.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A way without windows by which users reach the commands in Fiji or ImageJ. */
enum Door {
    MACRO("macro") {
        @Override
        Optional<String> missing(AppFolder app) {
            if (app.kind() == AppFolder.Kind.FIJI) return lacking(app, MAIN);
            return AppLauncher.display().isPresent()
                    ? Optional.empty()
                    : Optional.of("plain ImageJ runs macros on a display only; set DISPLAY, or install xvfb-run");
        }

        @Override
        List<String> command(AppLauncher app, List<Sample> samples, Path folder) throws IOException {
            String macro = samples.stream()
                    .map(sample -> MACRO_LINES.formatted(quoted(sample.input()), quoted(sample.output(folder))))
                    .collect(Collectors.joining());
            Path file = Files.writeString(folder.resolve("check.ijm"), MACRO_START + macro);
            return app.macro(file);
        }
    },

    GROOVY("Groovy script") {
        @Override
        Optional<String> missing(AppFolder app) {
            return withGroovy(app);
        }

        @Override
        List<String> command(AppLauncher app, List<Sample> samples, Path folder) throws IOException {
            String calls = samples.stream()
                    .map(sample -> "restore(" + quoted(sample.input()) + ", " + quoted(sample.output(folder)) + ")\n")
                    .collect(Collectors.joining());
            Path file = Files.writeString(folder.resolve("check.groovy"), GROOVY_START + GROOVY_RESTORE + calls);
            return app.fiji(List.of("--run", file.toString()));
        }
    },

    RUN("--run with parameters") {
        @Override
        Optional<String> missing(AppFolder app) {
            return withGroovy(app);
        }

        @Override
        List<String> command(AppLauncher app, List<Sample> samples, Path folder) throws IOException {
            Path file = Files.writeString(
                    folder.resolve("check.groovy"),
                    "#@ File input\n#@ File output\n" + GROOVY_START + GROOVY_RESTORE
                            + "restore(input.path, output.path)\n");
            List<String> arguments = new ArrayList<>();
            for (Sample sample : samples)
                arguments.addAll(List.of(
                        "--run",
                        file.toString(),
                        "input=" + quoted(sample.input()) + ",output=" + quoted(sample.output(folder))));
            return app.fiji(arguments);
        }
    };

    /** What the command line is given for the results to compare with. */
    static final String MODEL = "general";

    static final String DEVICE = "cpu";

    private static final String MAIN = "imagej";

    private static final String ARGUMENTS = "model=" + MODEL + " device=" + DEVICE + " range=auto";

    /** Without the command, plain ImageJ would show a dialog and wait for ever. */
    private static final String MACRO_START =
            """
            List.setCommands;
            if (List.get("Restore...") == "") {
                print("There is no command 'Restore...' in the menus.");
                exit;
            }
            """;

    private static final String MACRO_LINES =
            """
            open(%s);
            run("Restore...", "@");
            saveAs("Tiff", %s);
            """
                    .replace("@", ARGUMENTS);

    private static final String GROOVY_START =
            """
            #@ CommandService commands
            import ij.IJ
            import io.github.ndrfiji.command.RestoreCommand
            """;

    private static final String GROOVY_RESTORE =
            """
            void restore(String input, String output) {
                def done = commands.run(RestoreCommand.class, true, "image", IJ.openImage(input),
                    "model", "%s", "device", "%s", "range", "auto").get()
                IJ.saveAsTiff(done.getOutput("restored"), output)
            }
            """
                    .formatted(MODEL, DEVICE);

    private final String title;

    Door(String title) {
        this.title = title;
    }

    /** Why there is no such door, if there is none. */
    abstract Optional<String> missing(AppFolder app);

    /**
     * The command that restores all samples, one after the other.
     *
     * @param folder for the script and the results
     */
    abstract List<String> command(AppLauncher app, List<Sample> samples, Path folder) throws IOException;

    @Override
    public String toString() {
        return title;
    }

    private static Optional<String> withGroovy(AppFolder app) {
        if (app.kind() == AppFolder.Kind.PLAIN) return Optional.of("plain ImageJ has no such scripts");
        return lacking(app, MAIN).or(() -> lacking(app, "scripting-groovy"));
    }

    /** As a text in a macro, a Groovy script, or parameters. */
    private static String quoted(Path file) {
        return '"' + file.toString().replace('\\', '/').replace("\"", "\\\"") + '"';
    }

    private static Optional<String> lacking(AppFolder app, String artifact) {
        return app.holds(artifact) ? Optional.empty() : Optional.of("there is no 'jars/" + artifact + "-*.jar'");
    }
}
