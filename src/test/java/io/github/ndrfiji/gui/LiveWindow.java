package io.github.ndrfiji.gui;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;

/** In ImageJ: the window in which a user watches a training. */
record LiveWindow(JFrame frame) {

    private static final String TITLE = "Training ";
    private static final Pattern STEP = Pattern.compile("Step ([\\d,]+) of .*");

    /** @param model its name */
    static LiveWindow await(String model) throws InterruptedException {
        return Await.until("window of the training of " + model, () -> Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .filter(window ->
                        window instanceof JFrame frame && frame.getTitle().equals(TITLE + model))
                .map(window -> new LiveWindow((JFrame) window))
                .findFirst());
    }

    /** Titles of those that open while something is done. */
    static List<String> openedDuring(Act act) throws Exception {
        List<String> opened = new CopyOnWriteArrayList<>();
        AWTEventListener listener = event -> {
            if (event.getID() == WindowEvent.WINDOW_OPENED
                    && event.getSource() instanceof JFrame frame
                    && frame.getTitle().startsWith(TITLE)) opened.add(frame.getTitle());
        };
        Toolkit.getDefaultToolkit().addAWTEventListener(listener, AWTEvent.WINDOW_EVENT_MASK);
        try {
            act.play();
            User.rest();
        } finally {
            Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
        }
        return new ArrayList<>(opened);
    }

    /** Those that are open. */
    static List<String> open() {
        return Desk.windows().stream().filter(title -> title.startsWith(TITLE)).toList();
    }

    void awaitStep(long step) throws InterruptedException {
        Await.until("step " + step, () -> step() >= step);
    }

    /** The last one that is told; 0 before the first. */
    private long step() {
        return labels().stream()
                .map(STEP::matcher)
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1).replace(",", "")))
                .findFirst()
                .orElse(0);
    }

    void awaitText(String beginning) throws InterruptedException {
        Await.until("text " + beginning, () -> labels().stream().anyMatch(text -> text.startsWith(beginning)));
    }

    private List<String> labels() {
        return all(frame, JLabel.class).stream()
                .map(JLabel::getText)
                .filter(text -> text != null)
                .toList();
    }

    /** Presses again where another window, such as the Log, came up before it. Each of its buttons can be pressed once. */
    void press(String text) throws InterruptedException {
        Await.until("press of " + text, () -> {
            frame.toFront();
            frame.requestFocus();
            User.rest();
            button(text).ifPresent(User::click);
            User.rest();
            return button(text).isEmpty();
        });
    }

    private Optional<JButton> button(String text) {
        return all(frame, JButton.class).stream()
                .filter(button -> text.equals(button.getText())
                        && button.isShowing()
                        && button.isEnabled()
                        && button.getWidth() > 0)
                .findFirst();
    }

    /** The texts of the buttons that can be pressed. */
    List<String> buttons() {
        return all(frame, JButton.class).stream()
                .filter(button -> button.isShowing() && button.isEnabled())
                .map(JButton::getText)
                .toList();
    }

    private static <T extends Component> List<T> all(Container container, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Component component : container.getComponents()) {
            if (type.isInstance(component)) found.add(type.cast(component));
            if (component instanceof Container inner) found.addAll(all(inner, type));
        }
        return found;
    }
}
