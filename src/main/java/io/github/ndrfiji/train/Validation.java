package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.metrics.Psnr;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.network.Restoration;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fixed pairs of held-out images, the same before every step and in every run of the same data. */
final class Validation {

    private static final int PAIRS_PER_KIND = 8;
    private static final long SEED = 20231019;

    private final List<Pair> pairs;

    private Validation(List<Pair> pairs) {
        this.pairs = pairs;
    }

    /** Draws from every source of the mixture. */
    static Validation of(Mixture heldOut, int crop) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (Mixture.Part part : heldOut.parts())
            for (int i = 0; i < PAIRS_PER_KIND; i++)
                pairs.add(part.source().draw(crop, Mixture.random(SEED, pairs.size())));
        return new Validation(pairs);
    }

    /** Measures the networks as they are now. Needs an open {@link Scope}. */
    Report measure(Ndr ndr) {
        Map<String, double[]> gains = new LinkedHashMap<>(); // sum of PSNR restored, of PSNR degraded, count
        double[][] shares = new double[NetworkConfig.LEVELS][ndr.config().n()];
        for (Pair pair : pairs) {
            double[] sums = gains.computeIfAbsent(pair.kind(), kind -> new double[3]);
            Patch restored = restore(ndr, pair, shares);
            sums[0] += finite(Psnr.of(restored, pair.clean(), 1));
            sums[1] += comparable(pair) ? finite(Psnr.of(pair.degraded(), pair.clean(), 1)) : 0;
            sums[2]++;
        }
        Map<String, Double> psnr = new LinkedHashMap<>();
        gains.forEach((kind, sums) -> {
            psnr.put("PSNR " + kind, sums[0] / sums[2]);
            if (sums[1] > 0) psnr.put("PSNR " + kind + " before", sums[1] / sums[2]);
        });
        double[] perplexity =
                Arrays.stream(shares).mapToDouble(Validation::perplexity).toArray();
        return new Report(psnr, perplexity);
    }

    private static boolean comparable(Pair pair) {
        return pair.degraded().height() == pair.clean().height();
    }

    /** A pair that needs no restoration has no finite PSNR; 100 dB stands for it. */
    private static double finite(double psnr) {
        return Math.min(psnr, 100);
    }

    private static Patch restore(Ndr ndr, Pair pair, double[][] shares) {
        try (Scope scope = Scope.open()) {
            Restoration restoration = ndr.restore(new Batch(List.of(pair)).degraded());
            for (int i = 0; i < shares.length; i++) {
                Tensor affinity = restoration.levels().get(i).affinity(); // (1, H, W, N)
                float[] mean = affinity.mean(2).mean(1).toFloats();
                for (int j = 0; j < mean.length; j++) shares[i][j] += mean[j];
            }
            Patch clean = pair.clean();
            float[] values = Images.split(restoration.image()).get(0);
            return new Patch(values, clean.channels(), clean.height(), clean.width());
        }
    }

    /** exp of the entropy: how many learned degradations are in use. */
    private static double perplexity(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        double entropy = 0;
        for (double share : shares) if (share > 0) entropy -= share / sum * Math.log(share / sum);
        return Math.exp(entropy);
    }

    /**
     * What was measured.
     *
     * @param psnr mean PSNR in dB, by the kind of degradation, after and before restoration
     * @param perplexity number of learned degradations in use, exp of the mean affinity's entropy, by level
     */
    record Report(Map<String, Double> psnr, double[] perplexity) {

        Map<String, Double> metrics() {
            Map<String, Double> metrics = new LinkedHashMap<>(psnr);
            for (int i = 0; i < perplexity.length; i++) metrics.put("perplexity level " + (i + 1), perplexity[i]);
            return metrics;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("validation");
            metrics().forEach((name, value) -> {
                if (!name.endsWith(" before")) text.append(String.format(Locale.ROOT, ", %s %.2f", name, value));
            });
            return text.toString();
        }
    }
}
