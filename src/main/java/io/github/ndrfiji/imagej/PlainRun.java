package io.github.ndrfiji.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.Contextual;
import org.scijava.ItemVisibility;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;

/**
 * One run of a command in ImageJ without SciJava's user interface: inputs from the active image and a macro's options or a
 * dialog, recording, and outputs to windows.
 *
 * <p>Every value is handled as the text that stands for it in a macro. Runs on the thread that calls it, which is the
 * macro's, so that images that are shown become the macro's current image.
 */
final class PlainRun {

    /** Reports and cards stand in columns. */
    private static final Font COLUMNS = new Font(Font.MONOSPACED, Font.PLAIN, 14);

    private final Module module;
    private final Context context;

    /** @param module a new one, whose command was given its context */
    PlainRun(Module module) {
        this.module = module;
        this.context = ((Contextual) module).context();
    }

    /**
     * Runs the command.
     *
     * @param options of the macro that calls it; null if a user does, who is asked
     * @throws IllegalArgumentException if an input is missing or wrong, or the command failed; the message says why
     * @throws CancellationException if the user cancelled
     */
    void run(String options) {
        initialize();
        List<ModuleInput> inputs = ModuleInput.allOf(module, context);
        Optional<ModuleInput> active = takingActiveImage(inputs);
        if (options != null) inputs.forEach(input -> input.setFrom(options));
        active.filter(input -> module.getInput(input.name()) == null)
                .ifPresent(input -> module.setInput(input.name(), activeImage()));
        if (options == null && !GraphicsEnvironment.isHeadless()) {
            if (active.isEmpty()) offerOpenImages(inputs);
            ask(inputs.stream()
                    .filter(input -> active.filter(input::equals).isEmpty())
                    .toList());
        }
        inputs.forEach(ModuleInput::requireValue);
        new ModuleRunner(context, module, List.of(), List.of()).run();
        if (module instanceof Cancelable cancelable && cancelable.isCanceled())
            throw new CancellationException(cancelable.getCancelReason());
        show();
    }

    private void initialize() {
        try {
            module.initialize();
            for (ModuleItem<?> item : module.getInfo().inputs()) item.initialize(module);
        } catch (MethodCallException e) {
            throw new IllegalArgumentException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    /** The one input that the active image fills, as in Fiji. */
    private static Optional<ModuleInput> takingActiveImage(List<ModuleInput> inputs) {
        List<ModuleInput> taking = inputs.stream()
                .filter(input -> input.isType(ImagePlus.class) && input.item().isAutoFill())
                .toList();
        return taking.size() == 1 ? Optional.of(taking.get(0)) : Optional.empty();
    }

    private static ImagePlus activeImage() {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null) throw new IllegalArgumentException("There is no image open; open one first.");
        return image;
    }

    /** Offers the active image for the first of several images, another for the next, as far as there are some. */
    private static void offerOpenImages(List<ModuleInput> inputs) {
        Iterator<String> titles = OpenImages.activeFirst().iterator();
        inputs.stream()
                .filter(input -> input.isType(ImagePlus.class) && titles.hasNext())
                .forEach(input -> input.set(titles.next()));
    }

    private void ask(List<ModuleInput> inputs) {
        List<ModuleInput> shown = inputs.stream()
                .filter(input -> input.item().getVisibility() != ItemVisibility.INVISIBLE)
                .toList();
        if (shown.isEmpty()) return;
        Recorder.suspendRecording(); // ImageJ's dialogs would record labels in place of names
        Map<String, String> texts;
        try {
            texts = new CommandDialog(module, shown).ask();
        } finally {
            Recorder.resumeRecording();
        }
        shown.forEach(input -> input.set(texts.get(input.name())));
        if (!IJ.recording()) return;
        // An empty text as ImageJ's own dialogs write it
        texts.forEach((name, text) -> Recorder.recordOption(name, text.isEmpty() ? "[]" : text));
    }

    /** Shows the first output last: of several images it is the current one. */
    private void show() {
        List<ModuleItem<?>> outputs = new ArrayList<>();
        module.getInfo().outputs().forEach(output -> outputs.add(0, output));
        for (ModuleItem<?> output : outputs) {
            Object value =
                    output.getVisibility() == ItemVisibility.INVISIBLE ? null : module.getOutput(output.getName());
            if (value instanceof ImagePlus image) image.show();
            else if (value instanceof String text)
                showText(module.getInfo().getMenuPath().getLeaf().getName(), text);
        }
    }

    private static void showText(String title, String text) {
        if (GraphicsEnvironment.isHeadless()) IJ.log(text);
        else
            new TextWindow(title.replace("...", ""), text, 800, 500)
                    .getTextPanel()
                    .setFont(COLUMNS, true);
    }
}
