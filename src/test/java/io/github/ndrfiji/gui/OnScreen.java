package io.github.ndrfiji.gui;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an ImageJ on a screen, the same to all, and clears it after each. Where no screen can be opened the tests are
 * skipped, but not where the environment variable CI is set.
 */
final class OnScreen implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(OnScreen.class);

    /** Screen and ImageJ, closed after the last test. */
    private record Desktop(Screen screen, ImageJProcess imagej) implements AutoCloseable {

        static Desktop open() {
            try {
                Screen screen = Screen.open(ImageJProcess.emptyFolder("window-manager"));
                return new Desktop(screen, ImageJProcess.onScreen(screen));
            } catch (Exception e) {
                throw new IllegalStateException("There is no ImageJ to test with", e);
            }
        }

        @Override
        public void close() throws Exception {
            imagej.close();
            screen.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean skip = Screen.missing().isPresent() && System.getenv("CI") == null;
        return skip
                ? ConditionEvaluationResult.disabled(Screen.missing().get())
                : ConditionEvaluationResult.enabled("there is a screen, or must be");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ImageJProcess.class;
    }

    @Override
    public ImageJProcess resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return imagej(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        imagej(context).clear();
    }

    private static ImageJProcess imagej(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Desktop.class, key -> Desktop.open(), Desktop.class)
                .imagej();
    }
}
