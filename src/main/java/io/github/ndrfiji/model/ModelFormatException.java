package io.github.ndrfiji.model;

import java.io.IOException;

/** A model file that is not what it should be; the message says where, what was found, what was expected and what to do. */
public final class ModelFormatException extends IOException {

    ModelFormatException(String message) {
        super(message);
    }
}
