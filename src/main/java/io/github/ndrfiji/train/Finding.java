package io.github.ndrfiji.train;

/**
 * What a check before the training found, in plain words.
 *
 * @param severity whether the training can begin all the same
 * @param message what was expected, what was found, and what to do: one line
 */
public record Finding(Severity severity, String message) {

    /** How bad it is. */
    public enum Severity {
        /** The training would fail, or teach nonsense: it does not begin. */
        ERROR,
        /** The training may be worse than it could be: shown once, and recorded in the provenance. */
        WARNING,
        /** Good to know, such as the expected time. */
        NOTE
    }

    /** As a user reads it: {@code Warning: ...}; a note stands for itself. */
    @Override
    public String toString() {
        return switch (severity) {
            case ERROR -> "Error: " + message;
            case WARNING -> "Warning: " + message;
            case NOTE -> message;
        };
    }

    static Finding error(String message) {
        return new Finding(Severity.ERROR, message);
    }

    static Finding warning(String message) {
        return new Finding(Severity.WARNING, message);
    }

    static Finding note(String message) {
        return new Finding(Severity.NOTE, message);
    }
}
