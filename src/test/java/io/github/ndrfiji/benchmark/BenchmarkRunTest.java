package io.github.ndrfiji.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.restore.RandomModel;
import io.github.ndrfiji.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkRunTest {

    @TempDir
    Path folder;

    /** One model of colours that doubles the sides, and one of gray images, both called "random". */
    @Test
    void everyModelIsMeasuredOnEveryDeviceOnce() throws IOException {
        List<String> files =
                List.of(written("large", NetworkConfig.tiny(3).withScale(2)), written("gray", NetworkConfig.tiny(1)));
        BenchmarkPlan plan = new BenchmarkPlan(files, List.of("cpu", "CPU"), List.of(24, 40), 1, true);
        List<String> names = new ArrayList<>();

        Benchmark benchmark = Benchmark.open(plan);
        List<Measurement> measured = benchmark.run(name -> {
            names.add(name);
            return Progress.NONE;
        });

        assertEquals(List.of(Device.cpu()), benchmark.devices());
        assertEquals(
                List.of(
                        "random, cpu, start to first tile",
                        "random, cpu, 24 x 24",
                        "random, cpu, 40 x 40",
                        "random, cpu, training step",
                        "random, cpu, 24 x 24",
                        "random, cpu, 40 x 40",
                        "random, cpu, training step"),
                names);
        assertEquals(names.size(), measured.size());
        Measurement restored = measured.get(2);
        assertEquals(
                40 * 40 / 1e6 / restored.times().median(), restored.throughput().orElseThrow(), 1e-12);
        Measurement trained = measured.get(6);
        assertEquals(2 / trained.times().median(), trained.throughput().orElseThrow(), 1e-12);
    }

    private String written(String name, NetworkConfig network) throws IOException {
        Path file = folder.resolve(name + ".ndr");
        ModelBundle bundle = RandomModel.bundle(network, 32, 8);
        bundle.write(file);
        return file.toString();
    }
}
