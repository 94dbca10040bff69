package io.github.ndrfiji.train;

import io.github.ndrfiji.degrade.DegradationRange;
import io.github.ndrfiji.model.TrainingOrder;
import io.github.ndrfiji.network.Ndr;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Device;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one training step on the processor: four RGB patches of 64 x 64 from memory, the optimisers included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 5, time = 5)
public class TrainingStepBenchmark {

    @Param("compact")
    public String preset;

    @Param
    public TrainingOrder order;

    private io.github.ndrfiji.tensor.Scope scope;
    private Ndr ndr;
    private Learner learner;
    private Batch batch;
    private long step;

    @Setup
    public void open() throws IOException {
        TrainSettings settings =
                TrainSettings.of(NetworkConfig.preset(preset, 3), 1_000_000).with(Map.of("order", order.name()));
        Source noise = Source.synthetic(new Scenes("scenes", 10, 3, 64), DegradationRange.parse("noise:25"), 1, 0);
        batch = new Mixture(List.of(new Mixture.Part(noise, 1))).batch(settings, 0);
        scope = io.github.ndrfiji.tensor.Scope.on(Device.cpu());
        ndr = Ndr.random(settings.network(), Device.cpu(), new SplittableRandom(1));
        learner = Learner.fresh(ndr, settings, List.of(noise.kind()));
    }

    @Benchmark
    public Object step() {
        return learner.step(batch, step++);
    }

    @TearDown
    public void close() {
        learner.close();
        ndr.close();
        scope.close();
    }
}
