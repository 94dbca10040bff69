package io.github.ndrfiji.gui;

import ij.gui.MultiLineLabel;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.TextField;
import java.awt.event.KeyEvent;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** In ImageJ: an open dialog, which a user reads and fills. */
record Form(Dialog dialog) {

    private static final int ATTEMPTS = 5;

    static Form await(String title) throws InterruptedException {
        Dialog dialog = Desk.awaitDialog(title);
        Desk.toFront(dialog);
        return new Form(dialog);
    }

    /** Types again where another window that came up or went took the focus meanwhile. */
    Form type(String label, String text) throws InterruptedException {
        TextField field = field(label, TextField.class);
        for (int attempt = 1; !field.getText().equals(text); attempt++) {
            if (attempt > ATTEMPTS) throw new AssertionError(label + " is '" + field.getText() + "'");
            Desk.toFront(dialog);
            focus(field);
            User.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
            User.press(KeyEvent.VK_DELETE);
            User.type(text);
            User.rest();
        }
        return this;
    }

    Form choose(String label, String value) throws InterruptedException {
        Choice choice = field(label, Choice.class);
        int target = items(choice).indexOf(value);
        if (target < 0) throw new AssertionError(label + " has no " + value + " among " + items(choice));
        // A key that is pressed while the focus moves is lost.
        for (int presses = 0; choice.getSelectedIndex() != target; presses++) {
            if (presses > choice.getItemCount() + ATTEMPTS)
                throw new AssertionError(label + " is '" + choice.getSelectedItem() + "'");
            focus(choice);
            User.press(choice.getSelectedIndex() < target ? KeyEvent.VK_DOWN : KeyEvent.VK_UP);
            User.rest();
        }
        return this;
    }

    Form tick(String label) throws InterruptedException {
        Checkbox box = all(Checkbox.class).stream()
                .filter(each -> each.getLabel().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no checkbox " + label));
        boolean before = box.getState();
        User.click(box, 12);
        Await.until("tick at " + label, () -> box.getState() != before);
        return this;
    }

    /** Presses a button and waits until the dialog is gone. */
    void leaveBy(String button) throws InterruptedException {
        press(button);
        Await.until("end of " + dialog.getTitle(), () -> !dialog.isShowing());
    }

    void press(String button) {
        User.click(all(Button.class).stream()
                .filter(each -> each.getLabel().strip().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button " + button)));
    }

    /** The values to choose from, the chosen one first. */
    List<String> choices(String label) {
        Choice choice = field(label, Choice.class);
        List<String> items = new ArrayList<>(items(choice));
        items.remove(choice.getSelectedItem());
        items.add(0, choice.getSelectedItem());
        return items;
    }

    String chosen(String label) {
        return choices(label).get(0);
    }

    String text(String label) {
        return field(label, TextField.class).getText();
    }

    /** The labels of all fields, from top to bottom. */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (Component component : all(Component.class)) {
            if (component instanceof Label label) labels.add(label.getText().strip());
            if (component instanceof Checkbox box) labels.add(box.getLabel());
        }
        return labels;
    }

    /** The lines of a message. */
    List<String> message() throws ReflectiveOperationException {
        Field lines = MultiLineLabel.class.getDeclaredField("lines");
        lines.setAccessible(true); // ImageJ has no method for it
        return new ArrayList<>(
                List.of((String[]) lines.get(all(MultiLineLabel.class).get(0))));
    }

    /** Asks again where the dialog lost the focus meanwhile: a request is then forgotten. */
    private void focus(Component component) throws InterruptedException {
        Await.until("focus on " + component, () -> {
            if (component.isFocusOwner()) return true;
            if (!dialog.isFocused()) Desk.askToFront(dialog);
            component.requestFocus();
            Desk.rest();
            return component.isFocusOwner();
        });
    }

    private static List<String> items(Choice choice) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < choice.getItemCount(); i++) items.add(choice.getItem(i));
        return items;
    }

    /** The first component of its kind after a label. */
    private <T extends Component> T field(String label, Class<T> type) {
        List<Component> components = all(Component.class);
        for (int i = 0; i < components.size(); i++)
            if (components.get(i) instanceof Label text
                    && text.getText().strip().replace(":", "").equals(label))
                return components.subList(i, components.size()).stream()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .findFirst()
                        .orElseThrow();
        throw new AssertionError("There is no field " + label + " among " + labels());
    }

    private <T extends Component> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(dialog, type, found);
        return found;
    }

    private static <T extends Component> void collect(Container container, Class<T> type, List<T> found) {
        for (Component component : container.getComponents()) {
            if (type.isInstance(component)) found.add(type.cast(component));
            if (component instanceof Container inner) collect(inner, type, found);
        }
    }
}
