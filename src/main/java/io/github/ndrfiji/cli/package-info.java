/**
 * The command line {@code ndr}: its options, its messages, and one call each of the library.
 *
 * <p>Data goes to the standard output, everything else to the standard error.
 */
package io.github.ndrfiji.cli;
