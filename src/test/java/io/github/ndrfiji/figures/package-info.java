/** Makes the pictures of the documentation with the program itself. */
package io.github.ndrfiji.figures;
