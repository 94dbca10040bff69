package io.github.ndrfiji.train;

import io.github.ndrfiji.model.ModelBundle;
import java.util.List;

/**
 * What a run leaves.
 *
 * @param model the best one by validation
 * @param curves of the whole run
 * @param examples of that model: crops with structure, one or more of each kind of degradation
 * @param findings of the check before it
 * @param usages which images were learned from and which kept aside
 */
public record TrainingResult(
        ModelBundle model, Curves curves, List<Example> examples, List<Finding> findings, List<Usage> usages) {

    public TrainingResult {
        examples = List.copyOf(examples);
        findings = List.copyOf(findings);
        usages = List.copyOf(usages);
    }
}
