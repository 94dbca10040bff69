/**
 * The commands in a real ImageJ, on a screen and headless: menus, dialogs, recorder, macros.
 *
 * <p>A test runs in Maven's JVM; what is to happen inside of ImageJ is a {@link io.github.ndrfiji.gui.Scene} that it sends to
 * the JVM of an {@link io.github.ndrfiji.gui.ImageJProcess}. Classes that say "in ImageJ" are used there.
 */
package io.github.ndrfiji.gui;
