/** What every package may use: how work tells of its progress, how files are written, how text is broken into lines. */
package io.github.ndrfiji;
