package io.github.ndrfiji.train;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Looks at what a network is going to learn from, before it does.
 *
 * <p>Of each source it reads at most 16 images or pairs, evenly spaced, one after another; so it takes the same time and
 * memory for a folder of ten thousand. What it says depends on the images and the settings only.
 */
public final class TrainingCheck {

    private static final int AT_MOST = 16;

    private final TrainSettings settings;
    private final Progress progress;
    private final PatchCount count;
    private final Set<List<String>> seen = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private TrainingCheck(TrainSettings settings, boolean fromModel, Progress progress) {
        this.progress = progress;
        this.settings = settings;
        this.count = new PatchCount(settings.crop(), fromModel);
    }

    /**
     * What is wrong or unwise, errors first.
     *
     * @param trainedOn the images that are learned from, without those that are held out
     * @param fromModel whether the training begins with the weights of a model
     * @throws IOException if an image cannot be read
     * @throws java.util.concurrent.CancellationException if {@code progress} is cancelled; asked before each image
     */
    public static List<Finding> of(Mixture trainedOn, TrainSettings settings, boolean fromModel, Progress progress)
            throws IOException {
        TrainingCheck check = new TrainingCheck(settings, fromModel, progress);
        for (Mixture.Part part : trainedOn.parts()) check.look(part.source());
        check.count.finding().ifPresent(check.findings::add);
        return check.findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private void look(Source source) throws IOException {
        if (source instanceof Source.Paired paired)
            lookAtPairs(paired, paired.degraded(), paired.clean(), paired.scale(), PairChecks.of(paired));
        else if (source instanceof Source.Noisy noisy)
            lookAtPairs(noisy, noisy.first(), noisy.second(), 1, PairChecks.of(noisy));
        else if (source instanceof Source.Synthetic synthetic) {
            int crop = settings.crop();
            int scale = settings.network().scale();
            ImageChecks checks = new ImageChecks(synthetic.clean().name(), crop, scale);
            if (lookAtImages(synthetic.clean(), checks)) count.add(synthetic.clean(), checks.cropsPerImage());
            if (synthetic.depths().isPresent()) {
                ImageSet depths = synthetic.depths().get();
                lookAtImages(depths, ImageChecks.ofDepths(depths.name(), crop, scale));
            }
        }
    }

    /** False if it was done before: another source draws from them, too. */
    private boolean lookAtImages(ImageSet images, ImageChecks checks) throws IOException {
        if (!seen.add(List.of(images.name(), images.sha256()))) return false;
        for (int index : sample(images)) {
            progress.checkCancelled();
            checks.look(images.names().get(index), images.read(index));
        }
        findings.addAll(checks.findings());
        return true;
    }

    private void lookAtPairs(Source source, ImageSet first, ImageSet second, int scale, PairChecks pairChecks)
            throws IOException {
        ImageChecks firstChecks = new ImageChecks(source.nameOf(first), settings.crop(), 1);
        ImageChecks secondChecks = new ImageChecks(source.nameOf(second), settings.crop(), scale);
        for (int index : sample(first)) {
            progress.checkCancelled();
            String name = first.names().get(index);
            Patch one = first.read(index);
            Patch other = second.read(index);
            firstChecks.look(name, one);
            secondChecks.look(name, other);
            pairChecks.look(name, one, other);
        }
        findings.addAll(pairChecks.findings());
        findings.addAll(firstChecks.findings());
        findings.addAll(secondChecks.findings());
        count.add(first, firstChecks.cropsPerImage());
    }

    /** The numbers of those that are looked at. */
    private static int[] sample(ImageSet images) {
        return LongStream.of(Sample.evenly(images.names().size(), AT_MOST))
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
