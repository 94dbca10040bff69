package io.github.ndrfiji.tensor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What this machine could give to a program now. */
final class MachineMemory {

    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    private MachineMemory() {}

    /** Bytes that can be had without swapping; none on macOS, which does not say. */
    static OptionalLong available() {
        if (Files.isReadable(LINUX)) return ofLinux();
        if (System.getProperty("os.name").startsWith("Windows")
                && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine)
            return OptionalLong.of(machine.getFreeMemorySize());
        return OptionalLong.empty();
    }

    private static OptionalLong ofLinux() {
        try {
            return Files.readAllLines(LINUX).stream()
                    .filter(line -> line.startsWith(AVAILABLE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty(); // as where nobody tells
        }
    }
}
