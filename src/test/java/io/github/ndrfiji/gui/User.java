package io.github.ndrfiji.gui;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;

/** In ImageJ: a user's hands on mouse and keyboard, and eyes on the screen. */
final class User {

    private static final String WITH_SHIFT = ":_+*\"<>?|~()";
    private static final String WITHOUT = ";-=8'`,./\\`90";

    private static final Robot ROBOT = robot();

    private User() {}

    private static Robot robot() {
        try {
            Robot robot = new Robot();
            robot.setAutoWaitForIdle(true);
            robot.setAutoDelay(5);
            return robot;
        } catch (AWTException e) {
            throw new IllegalStateException(e);
        }
    }

    static void press(int key) {
        ROBOT.keyPress(key);
        ROBOT.keyRelease(key);
    }

    /** Presses a key while another is held. */
    static void press(int held, int key) {
        ROBOT.keyPress(held);
        press(key);
        ROBOT.keyRelease(held);
    }

    static void type(String text) {
        text.chars().forEach(character -> {
            int shifted = WITH_SHIFT.indexOf(character);
            char key = shifted >= 0 ? WITHOUT.charAt(shifted) : (char) character;
            int code = KeyEvent.getExtendedKeyCodeForChar(key);
            if (shifted >= 0 || Character.isUpperCase(key)) press(KeyEvent.VK_SHIFT, code);
            else press(code);
        });
    }

    /** Clicks at some pixels from the left of a component. */
    static void click(Component component, int x) {
        Point corner = component.getLocationOnScreen();
        ROBOT.mouseMove(corner.x + x, corner.y + component.getHeight() / 2);
        ROBOT.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        ROBOT.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    static void click(Component component) {
        click(component, component.getWidth() / 2);
    }

    /** Until what was done is on the screen. */
    static void rest() {
        Toolkit.getDefaultToolkit().sync();
        ROBOT.waitForIdle();
        ROBOT.delay(200);
    }

    static Rectangle screen() {
        return new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    }

    static BufferedImage capture(Rectangle part) {
        return ROBOT.createScreenCapture(part);
    }
}
