package io.github.ndrfiji.tensor;

import io.github.ndrfiji.engine.CpuReason;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test for machines with a GPU; it has the tag {@code gpu}, and is skipped elsewhere with the program's own reason. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("gpu")
@ExtendWith(NeedsGpu.Condition.class)
public @interface NeedsGpu {

    /** Lets such a test run where the engine has a GPU. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return following(Torch.whyNoGpu());
        }

        static ConditionEvaluationResult following(Optional<CpuReason> reason) {
            return reason.map(why -> ConditionEvaluationResult.disabled(why.toString()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("the engine has a GPU"));
        }
    }
}
