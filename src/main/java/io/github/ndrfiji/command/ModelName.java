package io.github.ndrfiji.command;

/**
 * The name of a model, as a parameter of a command.
 *
 * <p>A type of its own, because SciJava shows those objects of a parameter's type that it knows as a choice, and makes
 * one from a text where a macro or script gives a text.
 */
public record ModelName(String name) {

    @Override
    public String toString() {
        return name;
    }
}
