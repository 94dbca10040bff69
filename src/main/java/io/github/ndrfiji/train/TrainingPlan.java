package io.github.ndrfiji.train;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.NamedArrays;
import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.model.Sha256;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Everything that a training run depends on.
 *
 * @param info what the model will be
 * @param settings how it is learned
 * @param mixture what it is learned from
 * @param start the model whose weights it begins with; without one it begins with random weights
 * @param holdOut one image of so many is kept for validation, chosen by its name
 * @param version of this program
 */
public record TrainingPlan(
        ModelInfo info,
        TrainSettings settings,
        Mixture mixture,
        Optional<ModelBundle> start,
        int holdOut,
        String version) {

    /** How many images there usually are for each one that is held out. */
    public static final int HOLD_OUT = 10;

    /** What the names of the warnings begin with that the provenance lists among the settings. */
    static final String WARNING = "warning ";

    /** Name in the provenance of the device that it was trained on. */
    static final String DEVICE = "device";

    public TrainingPlan {
        for (Mixture.Part part : mixture.parts())
            for (ImageSet images : part.source().images())
                if (images.names().size() < 2)
                    throw new IllegalArgumentException("'" + images.name()
                            + "' holds one image only; there must be another one, which is kept for validation.");
        if (holdOut < 2)
            throw new IllegalArgumentException("One image of " + holdOut
                    + " cannot be held out for validation; give a number from 2, such as 10.");
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

    /** @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before each image */
    Validation validation(Progress progress) throws IOException {
        return Validation.of(
                mixture.part(holdOut, true),
                settings.crop(),
                settings.objective().order() != TrainingOrder.RESTORE_ONLY,
                progress);
    }

    /** Each once, however many sources draw from the same images. */
    List<Usage> usages() throws IOException {
        Map<List<String>, Usage> usages = new LinkedHashMap<>();
        for (Mixture.Part part : mixture.parts()) {
            List<String> sets = new ArrayList<>();
            for (ImageSet images : part.source().images()) {
                sets.add(part.source().nameOf(images));
                sets.add(images.sha256());
            }
            usages.putIfAbsent(sets, Usage.of(part.source(), holdOut));
        }
        return List.copyOf(usages.values());
    }

    FingerprintMeasurement measurement() {
        return new FingerprintMeasurement(mixture.part(holdOut, true), settings.crop());
    }

    /**
     * What is unwise about the data and the settings, and what the run will cost on this machine.
     *
     * @throws IllegalArgumentException if the training would fail
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before each image and step
     */
    List<Finding> check(Device device, Progress progress) throws IOException {
        List<Finding> findings = new ArrayList<>(TrainingCheck.of(trainedOn(), settings, start.isPresent(), progress));
        List<String> errors = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(Finding::message)
                .toList();
        if (!errors.isEmpty()) throw new IllegalArgumentException(String.join(" ", errors));
        OptionalLong available = device.isGpu() ? OptionalLong.empty() : Torch.freeMemory(device);
        long steps = settings.schedule().steps();
        findings.addAll(TrialSteps.of(trainedOn(), settings, device, progress)
                .cost(settings, steps)
                .findings(available));
        return findings;
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

    /**
     * The model with these weights.
     *
     * @param device that it was trained on
     * @param steps after which it had them
     */
    ModelBundle bundle(
            Device device,
            Map<String, float[]> weights,
            long steps,
            Instant started,
            Map<String, Double> metrics,
            Optional<Fingerprints> fingerprints,
            List<Finding> findings)
            throws IOException {
        NamedArrays arrays = NamedArrays.of(weights, Ndr.parameterShapes(settings.network()));
        Provenance provenance = provenance(device, steps, started, Instant.now(), metrics, findings);
        return new ModelBundle(info, arrays, provenance, card(provenance), fingerprints);
    }

    private Provenance provenance(
            Device device,
            long steps,
            Instant started,
            Instant finished,
            Map<String, Double> metrics,
            List<Finding> findings)
            throws IOException {
        Map<String, String> named = settingsByName();
        named.put(DEVICE, device.toString());
        int warnings = 0;
        for (Finding finding : findings)
            if (finding.severity() == Finding.Severity.WARNING) named.put(WARNING + ++warnings, finding.message());
        return new Provenance(
                settings.objective().order(),
                settings.seed(),
                steps,
                started,
                finished,
                named,
                data(),
                new Provenance.Versions(
                        version, Torch.djlVersion(), Torch.libtorchVersion(), System.getProperty("java.version")),
                metrics);
    }

    /** What a reader of the provenance knows of the settings. */
    Map<String, String> settingsByName() {
        Map<String, String> named = new LinkedHashMap<>();
        start.ifPresent(model -> named.put("started from", origin(model)));
        named.putAll(settings.named());
        named.put("held out", "one image of " + holdOut + ", by name");
        for (Mixture.Part part : mixture.parts())
            named.merge(
                    "source " + part.source().description(),
                    String.format(Locale.ROOT, "weight %s", part.weight()),
                    (first, second) -> first + ", " + second);
        return named;
    }

    /** One line; the time tells it from other models of that name. */
    private static String origin(ModelBundle model) {
        Provenance before = model.provenance();
        return model.info().name() + " after " + before.steps() + " steps, finished "
                + before.finished().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What this run draws from. Other sets of the same name are told apart as {@code noisy}, {@code noisy (2)}. */
    List<Provenance.DataSource> data() throws IOException {
        Map<String, Provenance.DataSource> data = new LinkedHashMap<>();
        for (Mixture.Part part : mixture.parts())
            for (ImageSet images : part.source().images()) {
                String digest = images.sha256();
                String first = part.source().nameOf(images);
                String name = first;
                for (int i = 2;
                        data.containsKey(name) && !data.get(name).sha256().equals(digest);
                        i++) name = first + " (" + i + ")";
                double before = data.containsKey(name) ? data.get(name).weight() : 0;
                data.put(name, new Provenance.DataSource(name, images.names().size(), digest, before + part.weight()));
            }
        return List.copyOf(data.values());
    }

    /** What a user should know of the model, in Markdown. */
    private String card(Provenance provenance) {
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
                .append(" steps on ")
                .append(model.provenance().data().stream()
                        .map(Provenance.DataSource::name)
                        .collect(Collectors.joining(", ")))
                .append(","));
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
