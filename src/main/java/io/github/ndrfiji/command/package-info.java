/**
 * The commands of the menu {@code Plugins > NDR Restore}, and what they and the command line do to an {@link
 * ij.ImagePlus}: each in one class that calls the library.
 */
package io.github.ndrfiji.command;
