package io.github.ndrfiji.network;

import io.github.ndrfiji.image.Patch;
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

/** Time to restore one RGB image on the processor, from Java array to Java array. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 5, time = 5)
public class RestoreBenchmark {

    @Param({"compact", "paper"})
    public String preset;

    @Param
    public RestoreForm form;

    @Param("256")
    public int side;

    private RestoreForm.Opened network;
    private Patch image;

    @Setup
    public void open() {
        network = form.open(preset);
        image = RestoreForm.image(side);
    }

    @Benchmark
    public Object restore() {
        return network.restore(image);
    }

    @TearDown
    public void close() {
        network.close();
    }
}
