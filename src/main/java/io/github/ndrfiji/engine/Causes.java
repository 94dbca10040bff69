package io.github.ndrfiji.engine;

/** What is at the bottom of a failure. */
public final class Causes {

    private Causes() {}

    /** The first line of the innermost cause's message, or its kind if it has none. */
    public static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse(root.getClass().getSimpleName());
    }
}
