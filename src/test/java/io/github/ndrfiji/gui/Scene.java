package io.github.ndrfiji.gui;

import java.io.Serializable;

/** Something that is done in ImageJ's JVM, off its event thread; whatever it captures is copied there. */
@FunctionalInterface
interface Scene<T> extends Serializable {

    /** @return something serializable */
    T play() throws Exception;
}
