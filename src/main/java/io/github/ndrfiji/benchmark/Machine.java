package io.github.ndrfiji.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where it was measured.
 *
 * @param processor its name, as far as the system tells
 * @param cores logical ones, of which this program may use that many
 * @param threads that one operation on the processor is spread over
 * @param gpus names of the GPUs that were measured, as far as their driver tells
 * @param memory bytes of the machine's memory
 * @param system its name, version and architecture
 * @param java version
 * @param libtorch version
 */
public record Machine(
        String processor,
        int cores,
        int threads,
        List<String> gpus,
        long memory,
        String system,
        String java,
        String libtorch) {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    public Machine {
        gpus = List.copyOf(gpus);
    }

    /** Looks at this machine. Starts the engine. */
    public static Machine with(List<Device> devices) {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                Torch.threads(),
                devices.stream().filter(Device::isGpu).map(Machine::gpuName).toList(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Torch.libtorchVersion());
    }

    private static String processorName() {
        return linuxName()
                .or(() -> FirstLine.of("sysctl", "-n", "machdep.cpu.brand_string")) // macOS
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))) // Windows
                .orElse("unknown processor");
    }

    private static Optional<String> linuxName() {
        try {
            return Files.readAllLines(LINUX).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // another system
        }
    }

    private static String gpuName(Device device) {
        return FirstLine.of("nvidia-smi", "-i", "" + device.gpu(), "--query-gpu=name", "--format=csv,noheader")
                .map(name -> device + " = " + name)
                .orElse(device.toString());
    }
}
