package io.github.ndrfiji.report;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.model.FloatArray;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.NamedArrays;
import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.train.Curves;
import io.github.ndrfiji.train.Example;
import io.github.ndrfiji.train.Finding;
import io.github.ndrfiji.train.TrainingResult;
import io.github.ndrfiji.train.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that never were. */
final class Runs {

    private Runs() {}

    static TrainingResult result(Curves curves, List<Example> examples, Map<String, Double> metrics) {
        return result(curves, examples, metrics, List.of("cell 7.tif"));
    }

    static TrainingResult result(
            Curves curves, List<Example> examples, Map<String, Double> metrics, List<String> keptAside) {
        Usage usage = new Usage(List.of("short exposures", "long exposures"), 80, keptAside);
        return new TrainingResult(model(metrics), curves, examples, List.of(), List.of(usage));
    }

    static ModelBundle model(Map<String, Double> metrics) {
        NetworkConfig network = NetworkConfig.tiny(1);
        Map<String, FloatArray> weights = new LinkedHashMap<>();
        Ndr.parameterShapes(network)
                .forEach((name, shape) -> weights.put(name, new FloatArray(shape, new float[elements(shape)])));
        ModelInfo info =
                new ModelInfo("cells", "For <my> cells & yours", network, "auto", 64, 16, List.of("noise", "haze"));
        Provenance provenance = new Provenance(
                TrainingOrder.ALTERNATING,
                7,
                5000,
                Instant.parse("2026-03-01T10:00:00Z"),
                Instant.parse("2026-03-01T11:05:30Z"),
                Map.of("order", "ALTERNATING", "seed", "7", "batch", "4", "source <b>", "\"quoted\" & 'so'"),
                List.of(
                        new Provenance.DataSource("short exposures", 90, "0123456789abcdef".repeat(4), 2),
                        new Provenance.DataSource("long exposures", 1, "fedcba9876543210".repeat(4), 2)),
                new Provenance.Versions("0.1.0", "0.35.1", "2.7.1", "17.0.15"),
                metrics);
        return new ModelBundle(info, new NamedArrays(weights), provenance, "# cells", Optional.empty());
    }

    private static int elements(long[] shape) {
        return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    static TrainingResult with(TrainingResult result, Finding... findings) {
        return new TrainingResult(
                result.model(), result.curves(), result.examples(), List.of(findings), result.usages());
    }

    /** Metrics as a validation of two kinds gives them. */
    static Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("PSNR noise", 28.25);
        metrics.put("PSNR noise before", 20.0);
        metrics.put("SSIM noise", 0.81);
        metrics.put("SSIM noise before", 0.42);
        metrics.put("PSNR haze", 25.0);
        metrics.put("PSNR haze before", 26.0);
        metrics.put("perplexity level 1", 5.25);
        metrics.put("told apart level 1", 87.5);
        metrics.put("waiting for data", 3.2);
        return metrics;
    }

    /** Losses of both networks that fall as 1 / step, every hundred steps. */
    static List<Curves.Loss> losses(int count) {
        List<Curves.Loss> losses = new ArrayList<>();
        for (int i = 1; i <= count; i++) losses.add(new Curves.Loss(100L * i, 1.0 / i, 2.0 / i, 1e-3));
        return losses;
    }

    static Curves.Score score(long step, double psnr, boolean best) {
        return new Curves.Score(step, psnr, psnr / 40, Map.of("PSNR noise", psnr, "PSNR haze", psnr - 1), best);
    }

    static Patch constant(int channels, int side, double value) {
        Patch patch = Patch.zeros(channels, side, side);
        Arrays.fill(patch.values(), (float) value);
        return patch;
    }

    static Example example(int channels, int inputSide, int side) {
        return new Example(
                "noise",
                constant(channels, inputSide, 0.5),
                constant(channels, side, 0.6),
                constant(channels, side, 0.7),
                Optional.of(constant(channels, inputSide, 0.4)));
    }
}
