/** What every package may use: how work tells of its progress, and how files are written. */
package io.github.ndrfiji;
