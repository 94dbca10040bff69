package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** Names that macros, scripts and manuals hold for ever. */
class NamesTest {

    private static Context context;
    private static List<CommandInfo> commands;

    @BeforeAll
    static void startSciJava() {
        context = new Context(CommandService.class);
        commands = context.service(CommandService.class).getCommands().stream()
                .filter(info -> info.getClassName().startsWith("io.github.ndrfiji."))
                .sorted(Comparator.comparingDouble(
                        info -> info.getMenuPath().getLeaf().getWeight()))
                .toList();
    }

    @AfterAll
    static void stopSciJava() {
        context.dispose();
    }

    /** Class, menu, inputs, outputs. Adding is allowed, at the end of inputs or outputs; all else breaks macros. */
    @Test
    void theNamesRemain() {
        assertEquals(
                """
                RestoreCommand: Plugins > NDR Restore > Restore...
                  image model file device range rgb roi preview maps -> restored mapped legend
                MapsCommand: Plugins > NDR Restore > Degradation Maps...
                  image model file device range rgb layers top level output -> mapped legend
                MeasureCommand: Plugins > NDR Restore > Measure Degradations...
                  image model file device range rgb level regions ->\s
                IdentifyCommand: Plugins > NDR Restore > Identify Degradation...
                  image model file device range rgb roi -> degradation confidence
                DegradeCommand: Plugins > NDR Restore > Degrade...
                  image kind strength settings seed reference model device range depth -> degraded
                EvaluateCommand: Plugins > NDR Restore > Evaluate...
                  image reference range luma fit degraded helped -> psnr ssim difference
                TrainCommand: Plugins > NDR Restore > Train...
                  data degraded clean degradedfolder cleanfolder fit degradations name model file scratch preset steps settings range seed device -> card report
                ModelsCommand: Plugins > NDR Restore > Models...
                  action model file -> text
                CheckEngineCommand: Plugins > NDR Restore > Check Engine...
                  action -> report
                """,
                commands.stream().map(NamesTest::described).collect(Collectors.joining()));
    }

    private static String described(CommandInfo info) {
        String name = info.getClassName().substring(info.getClassName().lastIndexOf('.') + 1);
        return name + ": " + info.getMenuPath().getMenuString() + "\n  " + names(info.inputs()) + " -> "
                + names(info.outputs()) + "\n";
    }

    private static String names(Iterable<ModuleItem<?>> items) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> !Service.class.isAssignableFrom(item.getType()) && item.getType() != Context.class)
                .map(ModuleItem::getName)
                .collect(Collectors.joining(" "));
    }

    /** ImageJ's macros know no others as keys. */
    @Test
    void inputsAreSingleWordsInLowerCase() {
        for (CommandInfo info : commands)
            for (String name : names(info.inputs()).split(" ", -1))
                assertTrue(name.matches("[a-z]*"), info.getClassName() + ": " + name);
    }

    @Test
    void allRunHeadlessAndSayWhatTheyDo() {
        for (CommandInfo info : commands) {
            assertTrue(info.canRunHeadless(), info.getClassName());
            assertTrue(info.getDescription().endsWith("."), info.getClassName());
            for (ModuleItem<?> input : info.inputs())
                if (!Service.class.isAssignableFrom(input.getType()) && input.getType() != Context.class)
                    assertTrue(input.getDescription().endsWith("."), info.getClassName() + ": " + input.getName());
        }
    }

    /** The menu of plain ImageJ is that of Fiji, in the same order. */
    @Test
    void thePluginsConfigSaysWhatTheAnnotationsSay() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/plugins.config")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertEquals(commands.stream().map(NamesTest::line).toList(), lines);
    }

    private static String line(CommandInfo info) {
        String menu = info.getMenuPath().stream()
                .limit(info.getMenuPath().size() - 1)
                .map(entry -> entry.getName())
                .collect(Collectors.joining(">"));
        return menu + ", \"" + info.getMenuPath().getLeaf().getName() + "\", io.github.ndrfiji.imagej.NdrPlugIn(\""
                + info.getClassName() + "\")";
    }
}
