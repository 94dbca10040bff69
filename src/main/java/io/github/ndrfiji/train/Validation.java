package io.github.ndrfiji.train;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.metrics.Psnr;
import io.github.ndrfiji.metrics.Ssim;
import io.github.ndrfiji.model.PatchAffinities;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.network.Restoration;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Fixed pairs of held-out images, the same before every step and in every run of the same data. */
final class Validation {

    /** In dB. Differences that nobody sees do not decide which weights are best. */
    private static final double HIGHEST_PSNR = 60;

    private static final int PAIRS_PER_SOURCE = 16;
    private static final long SEED = 20231019;

    /** Of a run of one kind; of several kinds there is at least one each. */
    private static final int EXAMPLES = 3;

    /** Sides of an example's input, where the images allow it. */
    private static final int EXAMPLE_CROP = 128;

    private final Mixture heldOut;
    private final int crop;
    private final List<Pair> pairs;
    private final List<Pair> shown;
    private final boolean withDegrad;

    private Validation(Mixture heldOut, int crop, List<Pair> pairs, boolean withDegrad) {
        this.heldOut = heldOut;
        this.crop = crop;
        this.pairs = pairs;
        this.shown = structured(pairs, 1);
        this.withDegrad = withDegrad;
    }

    /**
     * Draws from every source of the mixture.
     *
     * @param withDegrad whether NDR-Degrad is worth looking at
     * @throws IOException if an image cannot be read
     * @throws IllegalArgumentException if one is smaller than the crop, or holds values that are not finite
     */
    static Validation of(Mixture heldOut, int crop, boolean withDegrad, Progress progress) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (Mixture.Part part : heldOut.parts())
            for (int i = 0; i < PAIRS_PER_SOURCE; i++) {
                progress.checkCancelled();
                Pair pair = part.source().draw(crop, Mixture.random(SEED, pairs.size()));
                pair.requireFinite();
                pairs.add(pair);
            }
        return new Validation(heldOut, crop, pairs, withDegrad);
    }

    /** Of each kind those whose targets vary most: crops of the background show nothing. */
    private static List<Pair> structured(List<Pair> pairs, int each) {
        return pairs.stream()
                .collect(Collectors.groupingBy(Pair::kind, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(kind -> kind.stream()
                        .sorted(Comparator.comparingDouble((Pair pair) -> variance(pair.clean()))
                                .reversed())
                        .limit(each))
                .toList();
    }

    private static double variance(Patch patch) {
        double sum = 0;
        double squares = 0;
        float[] values = patch.gray().values();
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        return squares / values.length - sum / values.length * (sum / values.length);
    }

    /**
     * Measures the networks as they are now. Needs an open {@link Scope}.
     *
     * @throws java.util.concurrent.CancellationException if cancelled, which it asks before each pair
     */
    Report measure(Ndr ndr, Progress progress) {
        Map<String, List<Measured>> byKind = new LinkedHashMap<>();
        Affinities affinities = new Affinities();
        List<Example> examples = new ArrayList<>();
        for (Pair pair : pairs) {
            progress.checkCancelled();
            List<Measured> kind = byKind.computeIfAbsent(pair.kind(), name -> new ArrayList<>());
            boolean isShown = shown.contains(pair);
            Example example = apply(ndr, pair, affinities, withDegrad && isShown);
            if (isShown) examples.add(example);
            kind.add(Measured.of(example));
        }
        return new Report(byKind, affinities, examples);
    }

    /**
     * Larger crops than those that are measured, for people to look at. Needs an open {@link Scope}.
     *
     * @throws java.util.concurrent.CancellationException if cancelled, which it asks before each crop
     */
    List<Example> examples(Ndr ndr, Progress progress) throws IOException {
        List<Pair> candidates = new ArrayList<>();
        long drawn = 0;
        for (Mixture.Part part : heldOut.parts()) {
            List<Pair> ofPart = new ArrayList<>();
            for (int i = 0; i < PAIRS_PER_SOURCE; i++) ofPart.add(drawLarge(part.source(), drawn++));
            candidates.addAll(structured(ofPart, EXAMPLES));
        }
        List<Example> examples = new ArrayList<>();
        for (Pair pair :
                structured(candidates, Math.max(1, EXAMPLES / heldOut.kinds().size()))) {
            progress.checkCancelled();
            examples.add(apply(ndr, pair, new Affinities(), withDegrad));
        }
        return examples;
    }

    private Pair drawLarge(Source source, long number) throws IOException {
        try {
            return source.draw(Math.max(crop, EXAMPLE_CROP), Mixture.random(SEED, number));
        } catch (IllegalArgumentException imageIsSmaller) {
            return source.draw(crop, Mixture.random(SEED, number));
        }
    }

    private static Example apply(Ndr ndr, Pair pair, Affinities affinities, boolean degrade) {
        Batch batch = new Batch(List.of(pair));
        try (Scope scope = Scope.open()) {
            Restoration restoration = ndr.restore(batch.degraded());
            affinities.add(
                    pair.kind(), PatchAffinities.of(restoration.affinities()).get(0));
            Patch restored = like(pair.clean(), restoration.image());
            Optional<Patch> again = degrade
                    ? Optional.of(
                            like(pair.degraded(), ndr.degrad().forward(batch.clean(), restoration.degradations())))
                    : Optional.empty();
            return new Example(pair.kind(), pair.degraded(), restored, pair.clean(), again);
        }
    }

    /** (1, H, W, channels) -> a patch of the shape of another. */
    private static Patch like(Patch shape, Tensor image) {
        return new Patch(Images.split(image).get(0), shape.channels(), shape.height(), shape.width());
    }

    /**
     * One pair.
     *
     * @param before PSNR of the degraded image; NaN if it is smaller than the clean one
     * @param ssim NaN if the images are too small for it
     * @param ssimBefore NaN if either
     */
    private record Measured(double psnr, double before, double ssim, double ssimBefore) {

        static Measured of(Example example) {
            Patch clean = example.clean();
            boolean sameSize = example.degraded().height() == clean.height();
            boolean large = Math.min(clean.height(), clean.width()) >= Ssim.WINDOW;
            return new Measured(
                    psnr(example.restored(), clean),
                    sameSize ? psnr(example.degraded(), clean) : Double.NaN,
                    large ? Ssim.of(example.restored(), clean, 1) : Double.NaN,
                    large && sameSize ? Ssim.of(example.degraded(), clean, 1) : Double.NaN);
        }

        private static double psnr(Patch image, Patch clean) {
            return Math.min(Psnr.of(image, clean, 1), HIGHEST_PSNR);
        }
    }

    /** What was measured. */
    static final class Report {

        private final Map<String, Double> metrics = new LinkedHashMap<>();
        private final double psnr;
        private final double ssim;
        private final List<Example> examples;

        private Report(Map<String, List<Measured>> byKind, Affinities affinities, List<Example> examples) {
            byKind.forEach((kind, pairs) -> {
                put("PSNR " + kind, mean(pairs, Measured::psnr));
                put("PSNR " + kind + " before", mean(pairs, Measured::before));
                put("SSIM " + kind, mean(pairs, Measured::ssim));
                put("SSIM " + kind + " before", mean(pairs, Measured::ssimBefore));
            });
            psnr = mean(byKind.values(), pairs -> mean(pairs, Measured::psnr));
            ssim = mean(byKind.values(), pairs -> mean(pairs, Measured::ssim));
            for (int level = 0; level < NetworkConfig.LEVELS; level++)
                put("perplexity level " + (level + 1), affinities.perplexity(level));
            if (byKind.size() > 1)
                for (int level = 0; level < NetworkConfig.LEVELS; level++)
                    put("told apart level " + (level + 1), affinities.toldApart(level));
            this.examples = List.copyOf(examples);
        }

        private static <T> double mean(Collection<T> items, ToDoubleFunction<? super T> value) {
            return items.stream().mapToDouble(value).average().orElseThrow();
        }

        private void put(String name, double value) {
            if (!Double.isNaN(value)) metrics.put(name, value);
        }

        /** Everything by its name; finite. */
        Map<String, Double> metrics() {
            return metrics;
        }

        /** One of each kind, the one with the most structure. */
        List<Example> examples() {
            return examples;
        }

        /** @throws Diverged if there are values that are not finite */
        Curves.Score score(long step, Curves before) {
            if (!Double.isFinite(psnr))
                throw new Diverged("The held-out images cannot be compared after step " + step + ": "
                        + "they or their restorations hold values that are not finite; look for such images.");
            double best = before.best().map(Curves.Score::psnr).orElse(Double.NEGATIVE_INFINITY);
            return new Curves.Score(step, psnr, ssim, metrics, psnr > best);
        }
    }
}
