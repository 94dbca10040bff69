package io.github.ndrfiji.benchmark;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.tensor.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Measures models on devices.
 *
 * <pre>{@code
 * BenchmarkPlan plan = new BenchmarkPlan(List.of("general"), List.of("cpu"), List.of(256), 5, false);
 * List<Measurement> measured = Benchmark.open(plan).run(name -> Progress.NONE);
 * }</pre>
 */
public final class Benchmark {

    private final BenchmarkPlan plan;
    private final long begun;
    private final List<Device> devices;
    private final List<ModelBundle> models;

    private Benchmark(BenchmarkPlan plan, long begun, List<Device> devices, List<ModelBundle> models) {
        this.plan = plan;
        this.begun = begun;
        this.devices = devices;
        this.models = models;
    }

    /**
     * Finds the devices and reads the models of this user's registry, or files. The time of the start counts from here.
     *
     * @throws IllegalArgumentException if there is no such model or device
     * @throws IOException if a model cannot be read
     */
    public static Benchmark open(BenchmarkPlan plan) throws IOException {
        long begun = System.nanoTime();
        List<Device> devices =
                plan.devices().stream().map(Device::parse).distinct().toList();
        List<ModelBundle> models = new ArrayList<>();
        for (String model : plan.models()) models.add(ModelRegistry.standard().open(model));
        return new Benchmark(plan, begun, devices, models);
    }

    /** Where it measures, each once. */
    public List<Device> devices() {
        return devices;
    }

    /**
     * Measures the start with the first model on the first device; then, on each device, for each model, every size, and
     * the training if wanted.
     *
     * @param progress gives for each measurement, by its name, what is told of its tiles or steps
     * @throws java.util.concurrent.CancellationException if a progress is cancelled; asked before every batch or step
     */
    public List<Measurement> run(Function<String, Progress> progress) throws IOException {
        List<Measurement> measured = new ArrayList<>();
        for (Device device : devices)
            for (ModelBundle model : models) {
                String name = model.info().name() + ", " + device + ", ";
                try (RestoringSpeed restoring = new RestoringSpeed(model, device)) {
                    if (measured.isEmpty()) measured.add(restoring.start(begun, progress.apply(name + Work.START)));
                    for (int size : plan.sizes())
                        measured.add(
                                restoring.measure(size, plan.runs(), progress.apply(name + RestoringSpeed.size(size))));
                }
                if (plan.train())
                    measured.add(
                            new TrainingSpeed(model, device).measure(plan.runs(), progress.apply(name + Work.TRAIN)));
            }
        return List.copyOf(measured);
    }
}
