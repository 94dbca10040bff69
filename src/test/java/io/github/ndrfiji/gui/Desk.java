package io.github.ndrfiji.gui;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** In ImageJ: its menus and windows. */
final class Desk {

    /** Where the commands are. */
    static final List<String> MENU = List.of("Plugins", "NDR Restore");

    private static final long ASK_AGAIN_NS = 500_000_000;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private Desk() {}

    /** Opens an image file as dropping it onto ImageJ does. */
    static ImagePlus open(String file) throws InterruptedException {
        ImagePlus image = new Opener().openImage(file);
        show(image);
        return image;
    }

    /** Shows an image and waits until ImageJ calls it the current one, and no activation of another window is under way. */
    static void show(ImagePlus image) throws InterruptedException {
        image.show();
        toFront(image.getWindow());
        Await.until("current image " + image.getTitle(), () -> WindowManager.getCurrentImage() == image);
    }

    static void save(ImagePlus image, String file) {
        if (!new FileSaver(image).saveAsTiff(file)) throw new AssertionError("Cannot save " + file);
    }

    /** Chooses one of our commands as AWT does when a user clicks on it. */
    static void choose(String label) {
        MenuItem item = item(label);
        EventQueue.invokeLater(
                () -> item.dispatchEvent(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, item.getActionCommand())));
    }

    private static MenuItem item(String label) {
        Menu menu = (Menu) child(Menus.getMenuBar(), MENU.get(0));
        menu = (Menu) items(menu).get(labels(menu).indexOf(MENU.get(1)));
        return items(menu).get(labels(menu).indexOf(label));
    }

    /** The labels of the menu of our commands, from top to bottom. */
    static List<String> menu() {
        Menu menu = (Menu) child(Menus.getMenuBar(), MENU.get(0));
        return labels((Menu) items(menu).get(labels(menu).indexOf(MENU.get(1))));
    }

    private static MenuItem child(MenuBar bar, String label) {
        for (int i = 0; i < bar.getMenuCount(); i++)
            if (bar.getMenu(i).getLabel().equals(label)) return bar.getMenu(i);
        throw new AssertionError("There is no menu " + label);
    }

    private static List<MenuItem> items(Menu menu) {
        List<MenuItem> items = new ArrayList<>();
        for (int i = 0; i < menu.getItemCount(); i++) items.add(menu.getItem(i));
        return items;
    }

    private static List<String> labels(Menu menu) {
        return items(menu).stream().map(MenuItem::getLabel).toList();
    }

    /** Opens the menu of our commands by keys, as a user without a mouse does, and goes to one of them. */
    static void openMenu(String label) throws InterruptedException {
        toFront(IJ.getInstance());
        MenuBar bar = Menus.getMenuBar();
        User.press(KeyEvent.VK_F10);
        for (int i = bar.getMenuCount();
                !bar.getMenu(i % bar.getMenuCount()).getLabel().equals(MENU.get(0));
                i--) User.press(KeyEvent.VK_LEFT); // from the first menu around to the last: to the right are submenus
        Menu plugins = (Menu) child(bar, MENU.get(0));
        walk(plugins, MENU.get(1));
        User.press(KeyEvent.VK_RIGHT);
        walk((Menu) items(plugins).get(labels(plugins).indexOf(MENU.get(1))), label);
    }

    /** From the first entry of an open menu down to one of its entries; lines between entries are no entries. */
    private static void walk(Menu menu, String label) {
        for (String each : labels(menu)) {
            if (each.equals(label)) return;
            if (!each.equals("-")) User.press(KeyEvent.VK_DOWN);
        }
    }

    /** Gives a window the focus; asks again where the window manager gave it to one that came up meanwhile. */
    static void toFront(Window window) throws InterruptedException {
        Await.until("focus on " + window, () -> {
            if (window.isFocused()) return true;
            askToFront(window);
            rest();
            return window.isFocused();
        });
    }

    /** Asks for the focus of a window once. */
    static void askToFront(Window window) {
        window.toFront();
        window.requestFocus();
    }

    /** Before asking again. */
    static void rest() {
        LockSupport.parkNanos(ASK_AGAIN_NS);
    }

    static ImagePlus awaitImage(String title) throws InterruptedException {
        return Await.until("image " + title, () -> Optional.ofNullable(image(title))
                .filter(image -> image.getWindow() != null && image.getWindow().isShowing()));
    }

    /** The image of that title that has a window; null if there is none. */
    static ImagePlus image(String title) {
        int[] ids = WindowManager.getIDList();
        return ids == null
                ? null
                : Arrays.stream(ids)
                        .mapToObj(WindowManager::getImage)
                        .filter(image -> image != null && image.getTitle().equals(title))
                        .findFirst()
                        .orElse(null);
    }

    static Dialog awaitDialog(String title) throws InterruptedException {
        return Await.until("dialog " + title, () -> dialogs().stream()
                .filter(dialog -> dialog.getTitle().equals(title))
                .findFirst());
    }

    static List<Dialog> dialogs() {
        return Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .filter(Dialog.class::isInstance)
                .map(Dialog.class::cast)
                .toList();
    }

    /** Reads the one message that is shown, and presses its OK. */
    static List<String> readMessage(String title, String screenshot) throws Exception {
        Form form = Form.await(title);
        shoot(screenshot, form.dialog());
        if (dialogs().size() != 1) throw new AssertionError(describe());
        List<String> text = form.message();
        form.leaveBy("OK");
        return text;
    }

    static TextWindow awaitText(String title) throws InterruptedException {
        return Await.until("text window " + title, () -> Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .filter(window ->
                        window instanceof TextWindow text && text.getTitle().equals(title))
                .map(TextWindow.class::cast)
                .findFirst());
    }

    /** Runs a macro as from ImageJ's editor, on a thread of its own. */
    static Thread start(String macro) {
        Thread thread = new Thread(() -> IJ.runMacro(macro), "macro of the test");
        thread.start();
        return thread;
    }

    /** The recorder, open and empty. */
    static Recorder recorder() throws InterruptedException {
        if (Recorder.getInstance() == null) IJ.run("Record...");
        Await.until(
                "recorder",
                () -> Recorder.getInstance() != null && Recorder.getInstance().isShowing());
        return Recorder.getInstance();
    }

    /** Titles of all windows but ImageJ's own. */
    static List<String> windows() {
        return Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .filter(window -> window != IJ.getInstance())
                .map(Desk::title)
                .toList();
    }

    private static String title(Window window) {
        if (window instanceof Frame frame) return frame.getTitle();
        return window instanceof Dialog dialog
                ? dialog.getTitle()
                : window.getClass().getName();
    }

    /** The threads that run code of this project, or that it made. */
    static List<String> threadsOfOurs() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(Desk::isOfOurs)
                .map(entry -> entry.getKey().getName() + " at " + Arrays.toString(entry.getValue()))
                .toList();
    }

    private static boolean isOfOurs(Map.Entry<Thread, StackTraceElement[]> thread) {
        return thread.getKey().getName().startsWith("NDR")
                || Stream.of(thread.getValue())
                        .map(StackTraceElement::getClassName)
                        .anyMatch(name ->
                                name.startsWith("io.github.ndrfiji.") && !name.startsWith(Desk.class.getPackageName()));
    }

    /** Waits until a restoration is at its tiles. */
    static void awaitMiddleOfRestoration() throws InterruptedException {
        Await.until("restoration under way", () -> threadsOfOurs().stream()
                .anyMatch(thread -> thread.contains("io.github.ndrfiji.restore.Restorer.")));
    }

    static void awaitEndOfCommands() throws InterruptedException {
        Await.until("end of all commands", () -> threadsOfOurs().isEmpty());
    }

    /** Everything that is open, for messages. */
    static String describe() {
        return "Windows: " + windows() + "; threads: " + threadsOfOurs();
    }

    /** Moves a window to the left, where there is room for others beside it. */
    static void makeRoom(ImagePlus image) {
        image.getWindow().setLocation(100, 150);
        User.rest();
    }

    /** Moves a window to some distance from the corner of another. */
    static void place(ImagePlus image, ImagePlus beside, int right, int down) {
        Window window = beside.getWindow();
        image.getWindow().setLocation(window.getX() + right, window.getY() + down);
        User.rest();
        image.getWindow().repaint();
    }

    /** A picture of ImageJ with its open menu. */
    static void shootMenu(String name) throws IOException {
        Rectangle part = IJ.getInstance().getBounds();
        part.height += 250; // where its menus are
        part.width += 100;
        shoot(name, part.intersection(User.screen()));
    }

    /** A picture of windows with their frames, and of what lies between them. */
    static void shoot(String name, Component first, Component... more) throws IOException {
        User.rest(); // until windows are where they were moved to
        Rectangle part = first.getBounds();
        for (Component each : more) part.add(each.getBounds());
        shoot(name, part);
    }

    static void shoot(String name, Rectangle part) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        User.rest();
        ImageIO.write(User.capture(part), "png", new File(SCREENSHOTS.toFile(), name + ".png"));
    }

    /** Closes everything that a test may have left. */
    static void clear() throws Exception {
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        if (Interpreter.getInstance() != null) Interpreter.getInstance().abortMacro();
        dialogs().forEach(dialog -> EventQueue.invokeLater(dialog::dispose));
        Await.until("end of all dialogs", () -> dialogs().isEmpty());
        Await.until("end of all commands", () -> {
            IJ.setKeyDown(KeyEvent.VK_ESCAPE); // again: a dialog that is disposed of counts as left by OK
            return threadsOfOurs().isEmpty();
        });
        IJ.resetEscape();
        IJ.setKeyUp(IJ.ALL_KEYS);
        EventQueue.invokeAndWait(() -> {
            for (Window window : Window.getWindows())
                if (window.isShowing() && window != IJ.getInstance()) close(window);
        });
        WindowManager.closeAllWindows();
        Await.until("empty desk", () -> windows().isEmpty() && WindowManager.getImageCount() == 0);
        User.rest();
    }

    private static void close(Window window) {
        if (window instanceof Recorder recorder) {
            recorder.close();
        } else if (window instanceof TextWindow text) {
            text.close();
        } else if (window instanceof ij.gui.ImageWindow image) {
            image.getImagePlus().changes = false;
            image.close();
        } else {
            window.dispose();
        }
    }
}
