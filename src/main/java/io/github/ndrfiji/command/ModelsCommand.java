package io.github.ndrfiji.command;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelRegistry;
import java.io.File;
import java.io.IOException;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.object.ObjectService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists models, shows a model's card, installs a model from a file, and removes one. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "NDR Restore"), @Menu(label = "Models...", weight = 5)},
        headless = true,
        description = "Lists the models there are, shows a model's card, installs a model from a file, or removes one.")
public class ModelsCommand extends NdrCommand {

    private static final String LIST = "list";
    private static final String CARD = "card";
    private static final String INSTALL = "install";
    private static final String REMOVE = "remove";

    @Parameter(
            label = "Do",
            persist = false,
            choices = {LIST, CARD, INSTALL, REMOVE},
            description = "list all models, show the card of one (what it was trained on, how well it did,"
                    + " and what its maker tells of it), install one from a file, or remove one that was installed.")
    private String action = LIST;

    @Parameter(
            label = "Model",
            persist = false,
            initializer = "listModels",
            description = "The model whose card is shown, or which is removed.")
    private ModelName model = new ModelName(ModelRegistry.DEFAULT_MODEL);

    @Parameter(
            label = "Model file",
            persist = false,
            required = false,
            style = "extensions:ndr",
            description = "The .ndr file to install. It is copied, and replaces an installed model of its name.")
    private File file;

    @Parameter(type = ItemIO.OUTPUT, label = "Models of NDR-Restore")
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private String text;

    @Parameter
    private ObjectService objects;

    @Override
    String doing() {
        return "Models";
    }

    @Override
    void work(Progress progress) throws IOException {
        ModelRegistry registry = ModelRegistry.standard();
        text = switch (action) {
            case LIST -> list(registry);
            case CARD -> card(registry.open(model.name()));
            case INSTALL -> "Installed the model '" + install(registry) + "'.\n\n" + list(registry);
            case REMOVE -> remove(registry) + list(registry);
            default ->
                throw new IllegalArgumentException("'" + action + "' cannot be done with models; take " + LIST + ", "
                        + CARD + ", " + INSTALL + " or " + REMOVE + ".");
        };
    }

    private static String list(ModelRegistry registry) throws IOException {
        return registry.list().stream().map(EngineReport::line).collect(Collectors.joining("\n"))
                + "\n\nInstalled models lie in " + registry.folder() + "\n";
    }

    private static String card(ModelBundle bundle) {
        return bundle.card().stripTrailing() + "\n";
    }

    private String install(ModelRegistry registry) throws IOException {
        if (!isGiven(file))
            throw new IllegalArgumentException("No model file is given; choose a .ndr file to install.");
        return registry.install(file.toPath(), true);
    }

    private String remove(ModelRegistry registry) throws IOException {
        registry.remove(model.name());
        return "Removed the model '" + model + "'.\n\n";
    }

    /** Called by SciJava before it asks the user. */
    void listModels() throws IOException {
        ModelName.list(objects);
    }
}
