package io.github.ndrfiji.train;

import io.github.ndrfiji.model.ModelBundle;
import java.util.List;

/**
 * What a run leaves.
 *
 * @param model the best one by validation
 * @param curves of the whole run
 * @param examples of that model, one of each kind of degradation
 * @param findings of the check before it
 */
public record TrainingResult(ModelBundle model, Curves curves, List<Example> examples, List<Finding> findings) {

    public TrainingResult {
        examples = List.copyOf(examples);
        findings = List.copyOf(findings);
    }
}
