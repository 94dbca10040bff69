package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import java.io.File;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.object.ObjectService;
import org.scijava.util.Types;

/**
 * An input of a command, with the text that stands for its value in a macro.
 *
 * @param choices the texts that it can have; empty if there are none to choose from
 */
record ModuleInput(ModuleItem<?> item, Module module, Context context, List<String> choices) {

    /** Stands in choices for no image. */
    static final String NONE = "none";

    /** All inputs that a user can set. */
    static List<ModuleInput> allOf(Module module, Context context) {
        return OurModules.inputs(module).stream()
                .map(item -> of(item, module, context))
                .toList();
    }

    static ModuleInput of(ModuleItem<?> item, Module module, Context context) {
        return new ModuleInput(item, module, context, choices(item, context));
    }

    private static List<String> choices(ModuleItem<?> item, Context context) {
        List<String> choices = new ArrayList<>();
        if (item.getType() == ImagePlus.class) {
            choices.addAll(OpenImages.titles());
            if (!item.isRequired()) choices.add(NONE);
        } else if (item.getChoices() != null && !item.getChoices().isEmpty()) {
            item.getChoices().forEach(choice -> choices.add(choice.toString()));
        } else {
            context.service(ObjectService.class)
                    .getObjects(item.getType())
                    .forEach(object -> choices.add(object.toString()));
        }
        return choices;
    }

    String name() {
        return item.getName();
    }

    String label() {
        return item.getLabel() == null || item.getLabel().isEmpty() ? name() : item.getLabel();
    }

    boolean isType(Class<?> type) {
        return Types.isAssignable(Types.box(item.getType()), type);
    }

    /** The value that it has now, as a macro would write it. */
    String text() {
        Object value = module.getInput(name());
        if (isType(ImagePlus.class)) return value instanceof ImagePlus image ? image.getTitle() : NONE;
        return Objects.toString(value, "");
    }

    /** Takes its value from a macro's options; keeps its default if there is none. */
    void setFrom(String options) {
        MacroOptions.value(options, name()).ifPresent(this::set);
    }

    /** @throws IllegalArgumentException if the text stands for no value that it can have */
    void set(String text) {
        module.setInput(name(), value(text));
        module.resolveInput(name());
    }

    private Object value(String text) {
        if (isType(ImagePlus.class)) return image(text);
        if (isType(File.class)) return text.isBlank() ? null : new File(text);
        if (isType(Boolean.class)) return Boolean.parseBoolean(text);
        if (isType(Number.class)) return number(text);
        return context.service(ConvertService.class).convert(text, item.getType());
    }

    private ImagePlus image(String title) {
        if (title.equals(NONE) && !item.isRequired()) return null;
        return OpenImages.named(title)
                .orElseThrow(() -> new IllegalArgumentException("There is no image '" + title
                        + "' open; open it, or check the title or ID. Open are " + OpenImages.titles() + "."));
    }

    /** Exactly what the text says: nothing is cut off. */
    private Object number(String text) {
        boolean whole = isType(Integer.class) || isType(Long.class);
        BigDecimal number;
        try {
            number = new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw wrong(text, whole ? "a whole number" : "a number", e);
        }
        if (item.getMinimumValue() instanceof Number min && number.doubleValue() < min.doubleValue()
                || item.getMaximumValue() instanceof Number max && number.doubleValue() > max.doubleValue())
            throw wrong(
                    text,
                    item.getMaximumValue() == null
                            ? "at least " + item.getMinimumValue()
                            : "from " + item.getMinimumValue() + " to " + item.getMaximumValue(),
                    null);
        if (!whole) return context.service(ConvertService.class).convert(text.strip(), item.getType());
        try {
            if (isType(Integer.class)) return number.intValueExact();
            return number.longValueExact();
        } catch (ArithmeticException e) {
            long largest = isType(Integer.class) ? Integer.MAX_VALUE : Long.MAX_VALUE;
            throw wrong(text, "a whole number between " + -largest + " and " + largest, e);
        }
    }

    private IllegalArgumentException wrong(String text, String must, Exception cause) {
        return new IllegalArgumentException("'" + label() + "' is '" + text + "', but must be " + must + ".", cause);
    }

    /** @throws IllegalArgumentException if it has no value and needs one */
    void requireValue() {
        if (item.isRequired() && module.getInput(name()) == null)
            throw new IllegalArgumentException("'" + label() + "' is missing; give it as " + name() + "=....");
    }
}
