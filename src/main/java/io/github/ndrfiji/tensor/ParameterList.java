package io.github.ndrfiji.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The parameters that a network's blocks declare while they are built, in that order. {@link #at} gives the same list
 * under a longer prefix, so that each block names only what is its own.
 */
public final class ParameterList {

    private final String prefix;
    private final List<Parameter> parameters;

    private ParameterList(String prefix, List<Parameter> parameters) {
        this.prefix = prefix;
        this.parameters = parameters;
    }

    /** An empty list whose names begin with that prefix, such as {@code restore}. */
    public static ParameterList named(String prefix) {
        return new ParameterList(prefix, new ArrayList<>());
    }

    /** The same list for a part: names get {@code .part} added to the prefix. */
    public ParameterList at(String part) {
        return new ParameterList(prefix + "." + part, parameters);
    }

    /** The same list for the numbered part of a part. */
    public ParameterList at(String part, int number) {
        return at(part + "." + number);
    }

    /** Declares a parameter of this part. */
    public Parameter add(String name, Parameter.Start start, long... shape) {
        Parameter parameter = new Parameter(prefix + "." + name, start, shape);
        parameters.add(parameter);
        return parameter;
    }

    /** Declares a parameter whose name is the prefix itself. */
    public Parameter add(Parameter.Start start, long... shape) {
        Parameter parameter = new Parameter(prefix, start, shape);
        parameters.add(parameter);
        return parameter;
    }

    /** All that were declared, under whatever prefix, in order. */
    public List<Parameter> all() {
        return Collections.unmodifiableList(parameters);
    }
}
