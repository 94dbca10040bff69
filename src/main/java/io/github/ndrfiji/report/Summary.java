package io.github.ndrfiji.report;

import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.train.Curves;
import io.github.ndrfiji.train.TrainingResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A training in one paragraph. */
record Summary(TrainingResult result, Metrics metrics, Optional<Curves.Score> best) {

    private static final int NAMED = 10;

    /** Fewer images kept aside tell little of others. */
    private static final int FEW = 10;

    String text() {
        ModelInfo info = result.model().info();
        Provenance provenance = result.model().provenance();
        StringBuilder text = new StringBuilder();
        text.append("The model was trained on ").append(images());
        text.append(" to restore ").append(joined(info.degradations()));
        text.append(", for ").append(Numbers.count(provenance.steps(), "step"));
        text.append(" within ").append(duration(provenance)).append('.');
        describeKeptAside(text);
        best.ifPresentOrElse(
                score -> describe(score, text), () -> text.append(" It was not measured on held-out images."));
        return text.toString();
    }

    /** As {@code 25 of 28 pairs (short and long exposures)}. */
    private String images() {
        return joined(result.usages().stream()
                .map(usage -> Numbers.count(usage.learned()) + " of "
                        + Numbers.count(usage.count(), usage.isOfPairs() ? "pair" : "image") + " ("
                        + joined(usage.sets()) + ")")
                .toList());
    }

    private void describeKeptAside(StringBuilder text) {
        List<String> names = result.usages().stream()
                .flatMap(usage -> usage.keptAside().stream())
                .toList();
        int more = names.size() - NAMED;
        List<String> told = new ArrayList<>(names.subList(0, Math.min(names.size(), NAMED)));
        if (more > 0) told.add(Numbers.count(more) + " more");
        text.append(names.size() == 1 ? " The other one was" : " The other " + Numbers.count(names.size()) + " were");
        text.append(" kept aside for the validation: ").append(joined(told)).append('.');
        if (names.size() < FEW) text.append(" These are few, so the numbers on this page are uncertain.");
    }

    private void describe(Curves.Score score, StringBuilder text) {
        text.append(" At its best, after ").append(Numbers.count(score.step(), "step"));
        text.append(", the restored crops of held-out images reached a PSNR of ");
        text.append(Numbers.fixed(score.psnr(), 2)).append(" dB and an SSIM of ");
        text.append(Numbers.fixed(score.ssim(), 3)).append(" on average");
        metrics.gain().ifPresent(gain -> {
            text.append(", ").append(Numbers.fixed(Math.abs(gain), 2)).append(" dB ");
            text.append(gain >= 0 ? "closer to their targets than the input" : "worse than the input itself");
        });
        text.append('.');
    }

    /** As {@code a, b and c}. */
    private static String joined(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** From its start to its end; a pause in which it was stopped counts too. */
    static String duration(Provenance provenance) {
        return Numbers.duration(Duration.between(provenance.started(), provenance.finished()));
    }
}
