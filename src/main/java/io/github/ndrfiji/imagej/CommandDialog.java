package io.github.ndrfiji.imagej;

import ij.gui.GenericDialog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.scijava.module.Module;

/**
 * ImageJ's dialog for the inputs of a command. What Fiji shows as tooltips is behind its Help button. Where the command has
 * a preview, each change of an input asks for a new one.
 */
final class CommandDialog {

    private final Module module;
    private final List<ModuleInput> inputs;

    CommandDialog(Module module, List<ModuleInput> inputs) {
        this.module = module;
        this.inputs = inputs;
    }

    /**
     * Asks the user.
     *
     * @return for each input, by its name, the text that stands for its value in a macro
     * @throws CancellationException if the user cancels
     */
    Map<String, String> ask() {
        GenericDialog dialog = new GenericDialog(
                module.getInfo().getMenuPath().getLeaf().getName().replace("...", ""));
        for (ModuleInput input : inputs) DialogField.of(input).addTo(dialog, input);
        dialog.addHelp(help());
        dialog.addDialogListener((shown, event) -> {
            if (event != null) preview(texts(shown));
            return true;
        });
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            module.cancel(); // takes the preview away
            throw new CancellationException("Cancelled by the user.");
        }
        return texts(dialog);
    }

    private Map<String, String> texts(GenericDialog dialog) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ModuleInput input : inputs)
            texts.put(input.name(), DialogField.of(input).read(dialog));
        return texts;
    }

    private void preview(Map<String, String> texts) {
        try {
            inputs.forEach(input -> input.set(texts.get(input.name())));
        } catch (IllegalArgumentException halfTyped) {
            return;
        }
        module.preview();
    }

    private String help() {
        StringBuilder html =
                new StringBuilder("<html><h3>" + module.getInfo().getMenuPath().getMenuString() + "</h3><p>"
                        + escaped(module.getInfo().getDescription()) + "</p><dl>");
        for (ModuleInput input : inputs)
            html.append("<dt><b>")
                    .append(escaped(input.label()))
                    .append("</b> (")
                    .append(input.name())
                    .append(")</dt><dd>")
                    .append(escaped(input.item().getDescription()))
                    .append("</dd>");
        return html.append("</dl></html>").toString();
    }

    private static String escaped(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
