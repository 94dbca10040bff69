package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.benchmark.Machine;
import io.github.ndrfiji.benchmark.Measurement;
import io.github.ndrfiji.benchmark.Times;
import io.github.ndrfiji.benchmark.Work;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BenchmarkTableTest {

    private static final BenchmarkTable TABLE = new BenchmarkTable(
            new Machine(
                    "Fast, Inc. 9000",
                    16,
                    8,
                    List.of("gpu:0 = Large"),
                    34_359_738_368L,
                    "Linux 6 amd64",
                    "17",
                    "2.7.1"),
            "1.0",
            3,
            List.of(
                    new Measurement(
                            "gpu:0",
                            "a|b",
                            Work.START,
                            "128 x 128",
                            new Times(12.3456, 12.3456, 12.3456),
                            OptionalDouble.empty(),
                            OptionalLong.empty()),
                    new Measurement(
                            "cpu",
                            "general",
                            Work.RESTORE,
                            "512 x 512",
                            new Times(0.0456789, 0.04, 1.5),
                            OptionalDouble.of(5.73884),
                            OptionalLong.of(1_234_567_890)),
                    new Measurement(
                            "cpu",
                            "general",
                            Work.TRAIN,
                            "2 patches of 64 x 64",
                            new Times(1, 0.999, 1.0006),
                            OptionalDouble.of(2),
                            OptionalLong.of(700_000))));

    @Test
    void markdownIsRoundedToThreeDigitsInFittingUnits() {
        assertEquals(
                """
                Fast, Inc. 9000 (8 of 16 logical cores used), gpu:0 = Large, 34.4 GB of memory, Linux 6 amd64, Java 17, \
                libtorch 2.7.1, ndr 1.0

                | device | precision | model | work | size | time | throughput | memory |
                |---|---|---|---|---|---|---|---|
                | gpu:0 | fp32 | a\\|b | start to first tile | 128 x 128 | 12.3 s | - | - |
                | cpu | fp32 | general | restore | 512 x 512 | 45.7 ms (40.0 to 1,500) | 5.74 MP/s | 1,235 MB |
                | cpu | fp32 | general | training step | 2 patches of 64 x 64 | 1.00 s (0.999 to 1.00) | 2.00 patches/s | 0.700 MB |

                Time: median (smallest to largest) of 3 runs after one to warm up. Memory: the most that the program held, \
                Java's included.
                """,
                TABLE.markdown());
    }

    @Test
    void csvHasFullNumbersAndTheMachineInEachLine() {
        String machine = ",\"Fast, Inc. 9000\",16,8,gpu:0 = Large,34359738368,Linux 6 amd64,17,2.7.1,1.0\n";
        assertEquals(
                "Device,Precision,Model,Work,Size,Runs,Seconds,Smallest,Largest,Throughput,Unit,Memory,Processor,Cores,"
                        + "Threads,GPUs,Machine memory,System,Java,libtorch,ndr\n"
                        + "gpu:0,fp32,a|b,start to first tile,128 x 128,1,12.3456,12.3456,12.3456,,," + machine
                        + "cpu,fp32,general,restore,512 x 512,3,0.0456789,0.04,1.5,5.73884,MP/s,1234567890" + machine
                        + "cpu,fp32,general,training step,2 patches of 64 x 64,3,1.0,0.999,1.0006,2.0,patches/s,700000"
                        + machine,
                TABLE.csv());
    }
}
