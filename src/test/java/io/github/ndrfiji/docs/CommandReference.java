package io.github.ndrfiji.docs;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/** Writes {@code docs/macros.md}: every command with every parameter, as the commands themselves say. */
public final class CommandReference {

    static final Path FILE = Path.of("docs", "macros.md");

    private static final String OURS = "io.github.ndrfiji.command.";

    private CommandReference() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(Path.of("src/test/resources/docs/macros-intro.md")));
        try (Context context = new Context()) {
            for (CommandInfo info : commands(context)) append(info, context, text);
        }
        return text.toString();
    }

    /** The commands of the menu, in its order. */
    static List<CommandInfo> commands(Context context) {
        return context.service(CommandService.class).getCommands().stream()
                .filter(info -> info.getDelegateClassName().startsWith(OURS))
                .sorted(Comparator.comparingDouble(
                        info -> info.getMenuPath().getLeaf().getWeight()))
                .toList();
    }

    private static void append(CommandInfo info, Context context, StringBuilder text) {
        Module module = context.service(ModuleService.class).createModule(info);
        text.append("\n## ").append(info.getMenuPath().getLeaf().getName()).append("\n\n");
        text.append(info.getDescription()).append("\n\n");
        text.append("`").append(info.getMenuPath().getMenuString()).append("`, class `");
        text.append(info.getDelegateClassName()).append("`\n\n");
        List<ModuleItem<?>> inputs = ours(info.inputs());
        if (inputs.isEmpty()) {
            text.append("It takes no parameters.\n");
        } else {
            text.append("| parameter | values | default | in the dialog | what it is |\n|---|---|---|---|---|\n");
            inputs.forEach(input -> appendInput(input, module, text));
        }
        text.append('\n');
        for (ModuleItem<?> output : ours(info.outputs()))
            text.append("Gives `")
                    .append(output.getName())
                    .append("` (")
                    .append(type(output))
                    .append(").\n");
    }

    private static List<ModuleItem<?>> ours(Iterable<ModuleItem<?>> items) {
        List<ModuleItem<?>> ours = new java.util.ArrayList<>();
        for (ModuleItem<?> item : items)
            if (!Service.class.isAssignableFrom(item.getType()) && item.getType() != Context.class) ours.add(item);
        return ours;
    }

    private static void appendInput(ModuleItem<?> input, Module module, StringBuilder text) {
        Object value = module.getInput(input.getName());
        String standard = input.getType() == ImagePlus.class
                ? input.isAutoFill() ? "the active image" : "none"
                : value == null || value.toString().isEmpty() ? "none" : "`" + value + "`";
        text.append("| `")
                .append(input.getName())
                .append("` | ")
                .append(values(input))
                .append(" | ");
        text.append(standard).append(" | ").append(input.getLabel()).append(" | ");
        text.append(input.getDescription().replace("|", "\\|")).append(" |\n");
    }

    private static String values(ModuleItem<?> input) {
        if (input.getChoices() != null && !input.getChoices().isEmpty())
            return input.getChoices().stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "));
        return type(input);
    }

    private static String type(ModuleItem<?> item) {
        Class<?> type = item.getType();
        if (type == ImagePlus.class) return "image";
        if (type == File.class) return "path of a file";
        if (type == boolean.class) return "`true`, `false`";
        if (type == int.class || type == long.class) return "whole number";
        if (type == double.class) return "number";
        return type == String.class
                ? "text"
                : "name of a " + type.getSimpleName().replace("Name", "").toLowerCase(Locale.ROOT);
    }
}
