package io.github.ndrfiji.gui;

import java.io.Serializable;

/** A {@link Scene} of which nothing is to be known but that it went well. */
@FunctionalInterface
interface Act extends Serializable {

    void play() throws Exception;
}
