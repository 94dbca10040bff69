package io.github.ndrfiji.train;

import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.model.Sha256;
import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a training run depends on.
 *
 * @param info what the model will be
 * @param settings how it is learned
 * @param mixture what it is learned from
 * @param start the model whose weights it begins with; without one it begins with random weights
 * @param holdOut one image of so many is kept for validation, chosen by its name
 * @param validateEvery steps between two validations
 * @param version of this program
 */
public record TrainingPlan(
        ModelInfo info,
        TrainSettings settings,
        Mixture mixture,
        Optional<ModelBundle> start,
        int holdOut,
        int validateEvery,
        String version) {

    public TrainingPlan {
        for (Mixture.Part part : mixture.parts())
            for (ImageSet images : part.source().images())
                if (images.names().size() < 2)
                    throw new IllegalArgumentException("'" + images.name()
                            + "' holds one image only; there must be another one, which is kept for validation.");
        if (holdOut < 2)
            throw new IllegalArgumentException("One image of " + holdOut
                    + " cannot be held out for validation; give a number from 2, such as 10.");
        if (validateEvery < 1)
            throw new IllegalArgumentException(
                    "A validation every " + validateEvery + " steps is not possible; give a number from 1.");
        if (!info.network().equals(settings.network()))
            throw new IllegalArgumentException("The model's network and that of the settings differ: " + info.network()
                    + " and " + settings.network() + ".");
        start.ifPresent(model -> {
            if (!model.info().network().equals(settings.network()) || !model.canDegrade())
                throw new IllegalArgumentException("The model '" + model.info().name()
                        + "' cannot be trained on: it needs both networks, of the size " + settings.network()
                        + ", but has " + (model.canDegrade() ? "" : "only NDR-Restore, of the size ")
                        + model.info().network() + "; give its checkpoint, or choose its size.");
        });
    }

    Mixture trainedOn() {
        return mixture.part(holdOut, false);
    }

    Mixture heldOut() {
        return mixture.part(holdOut, true);
    }

    /** Identifies what a run can be resumed with: equal only for equal settings and data. */
    String fingerprint() throws IOException {
        StringBuilder text = new StringBuilder(settings.toString());
        text.append(holdOut).append('\n').append(info.valueRange()).append('\n');
        start.ifPresent(model -> text.append(Sha256.of(model.provenance().toString())));
        for (Mixture.Part part : mixture.parts()) {
            text.append(part.source().description())
                    .append(' ')
                    .append(part.weight())
                    .append('\n');
            for (ImageSet images : part.source().images())
                text.append(images.sha256()).append(images.names()).append('\n');
        }
        return Sha256.of(text.toString()).substring(0, 16);
    }

    Provenance provenance(long steps, Instant started, Instant finished, Map<String, Double> metrics)
            throws IOException {
        return new Provenance(
                settings.order(),
                settings.seed(),
                steps,
                started,
                finished,
                settingsByName(),
                data(),
                new Provenance.Versions(
                        version, Torch.djlVersion(), Torch.libtorchVersion(), System.getProperty("java.version")),
                metrics);
    }

    private Map<String, String> settingsByName() {
        Map<String, String> named = new LinkedHashMap<>();
        start.ifPresent(model -> named.put("started from", origin(model)));
        named.put("planned steps", Long.toString(settings.schedule().steps()));
        named.put("highest learning rate", Double.toString(settings.schedule().rate()));
        named.put("warm-up steps", Long.toString(settings.schedule().warmUp()));
        named.put("batch", Integer.toString(settings.batch()));
        named.put("crop", Integer.toString(settings.crop()));
        named.put("weight decay", Double.toString(settings.decay()));
        named.put("lambda", Double.toString(settings.lambda()));
        named.put("largest gradient norm", Double.toString(settings.largestNorm()));
        named.put("NDR-Degrad every", Integer.toString(settings.degradEvery()));
        named.put("held out", "one image of " + holdOut + ", by name");
        for (Mixture.Part part : mixture.parts())
            named.merge(
                    "source " + part.source().description(),
                    String.format(Locale.ROOT, "weight %s", part.weight()),
                    (first, second) -> first + ", " + second);
        return named;
    }

    /** What the first weights had learned, so that nothing is lost from the record. */
    private static String origin(ModelBundle model) {
        Provenance before = model.provenance();
        return model.info().name() + " after " + before.steps() + " steps (" + before.order() + ", seed "
                + before.seed() + ", " + before.settings() + ", " + before.data() + ")";
    }

    /** Everything that went into the weights, also before this run. */
    private List<Provenance.DataSource> data() throws IOException {
        Map<String, Provenance.DataSource> data = new LinkedHashMap<>();
        for (Mixture.Part part : mixture.parts()) {
            for (ImageSet images : part.source().images()) {
                String name = part.source().nameOf(images);
                Provenance.DataSource before = data.get(name);
                double weight = part.weight() + (before == null ? 0 : before.weight());
                data.put(name, new Provenance.DataSource(name, images.names().size(), images.sha256(), weight));
            }
        }
        start.ifPresent(model -> model.provenance().data().forEach(source -> data.putIfAbsent(source.name(), source)));
        return List.copyOf(data.values());
    }

    /** What a user should know of the model, in Markdown. */
    String card(Provenance provenance) {
        StringBuilder card = new StringBuilder();
        card.append("# ")
                .append(info.name())
                .append("\n\n")
                .append(info.description())
                .append("\n\n");
        card.append("Trained for ")
                .append(provenance.steps())
                .append(" steps (")
                .append(provenance.order());
        card.append(", seed ").append(provenance.seed()).append(")");
        start.ifPresent(model -> card.append(", beginning with the weights of '")
                .append(model.info().name())
                .append("' after ")
                .append(model.provenance().steps())
                .append(" steps,"));
        card.append(" on:\n\n");
        for (Provenance.DataSource data : provenance.data())
            card.append("- ")
                    .append(data.name())
                    .append(", ")
                    .append(data.files())
                    .append(" images\n");
        card.append("\nDegradations: ")
                .append(String.join(", ", info.degradations()))
                .append(".\n");
        if (!provenance.metrics().isEmpty()) {
            card.append("\nOn crops of held-out images:\n\n| measure | value |\n|---|---|\n");
            provenance
                    .metrics()
                    .forEach((name, value) -> card.append(String.format(Locale.ROOT, "| %s | %.2f |\n", name, value)));
        }
        card.append(
                "\nA network may invent structures that are not in the sample: do not count, measure or diagnose by a"
                        + " restored image alone.\n");
        return card.toString();
    }
}
