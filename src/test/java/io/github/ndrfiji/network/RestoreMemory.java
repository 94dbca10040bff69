package io.github.ndrfiji.network;

import io.github.ndrfiji.benchmark.OwnJvm;
import io.github.ndrfiji.benchmark.ProcessMemory;
import io.github.ndrfiji.benchmark.ResidentMemory;
import io.github.ndrfiji.image.Patch;
import java.io.IOException;
import java.util.List;

/**
 * Prints the peak native memory to restore one RGB image on the processor, beyond what the opened network takes. Each
 * figure comes from a JVM of its own. Needs Linux.
 */
public final class RestoreMemory {

    private RestoreMemory() {}

    /** Without arguments, or with the image's side, prints the table; with preset, form and side one figure. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 3)
            System.out.println(mebibytes(args[0], RestoreForm.valueOf(args[1]), Integer.parseInt(args[2])));
        else printTable(args.length == 1 ? args[0] : "256");
    }

    private static void printTable(String side) throws IOException, InterruptedException {
        System.out.printf("Peak native memory, %s x %s RGB%n%-8s %-6s %6s%n", side, side, "preset", "form", "MiB");
        for (String preset : List.of("compact", "paper"))
            for (RestoreForm form : RestoreForm.values())
                System.out.printf(
                        "%-8s %-6s %6s%n",
                        preset, form, OwnJvm.run("1g", RestoreMemory.class, preset, form.name(), side));
    }

    private static long mebibytes(String preset, RestoreForm form, int side) throws IOException, InterruptedException {
        try (RestoreForm.Opened network = form.open(preset)) {
            network.restore(RestoreForm.image(8)); // what is made once: classes, threads, compiled kernels
            Patch image = RestoreForm.image(side);
            long before = ResidentMemory.now();
            ProcessMemory.resetPeak();
            network.restore(image);
            return (ProcessMemory.peak() - before) >> 20;
        }
    }
}
