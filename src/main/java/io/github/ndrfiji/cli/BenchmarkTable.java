package io.github.ndrfiji.cli;

import io.github.ndrfiji.benchmark.Machine;
import io.github.ndrfiji.benchmark.Measurement;
import io.github.ndrfiji.benchmark.Times;
import io.github.ndrfiji.benchmark.Work;
import io.github.ndrfiji.report.Csv;
import io.github.ndrfiji.report.Numbers;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How fast models are on a machine, as text that a user can post.
 *
 * @param version of this program
 * @param runs how often each piece of work but the start was done, without the first time
 */
record BenchmarkTable(Machine machine, String version, int runs, List<Measurement> measurements) {

    private static final String NONE = "-";

    /** A table with a line on the machine above it, and one that explains the numbers below. */
    String markdown() {
        return machineLine() + "\n\n"
                + line(List.of("device", "precision", "model", "work", "size", "time", "throughput", "memory"))
                + "|---|---|---|---|---|---|---|---|\n"
                + measurements.stream().map(row -> line(cells(row))).collect(Collectors.joining())
                + "\nTime: median (smallest to largest) of " + runs + (runs == 1 ? " run" : " runs")
                + " after one to warm up. Memory: the most that the program held, Java's included.\n";
    }

    /** A line for each measurement, with numbers in full and the machine in each. */
    String csv() {
        Csv csv = new Csv();
        csv.row(List.of(
                "Device",
                "Precision",
                "Model",
                "Work",
                "Size",
                "Runs",
                "Seconds",
                "Smallest",
                "Largest",
                "Throughput",
                "Unit",
                "Memory",
                "Processor",
                "Cores",
                "Threads",
                "GPUs",
                "Machine memory",
                "System",
                "Java",
                "libtorch",
                "ndr"));
        for (Measurement row : measurements) csv.row(fullCells(row));
        return csv.toString();
    }

    private String machineLine() {
        String gpus = machine.gpus().stream().map(gpu -> ", " + gpu).collect(Collectors.joining());
        return machine.processor() + " (" + machine.threads() + " of " + machine.cores() + " logical cores used)" + gpus
                + ", " + Numbers.rounded(machine.memory() / 1e9) + " GB of memory, " + machine.system() + ", Java "
                + machine.java() + ", libtorch " + machine.libtorch() + ", ndr " + version;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static List<String> cells(Measurement row) {
        return List.of(
                row.device(),
                Measurement.PRECISION,
                row.model(),
                row.work().toString(),
                row.size(),
                time(row.times()),
                throughput(row),
                memory(row.memory()));
    }

    private static String time(Times times) {
        boolean brief = times.median() < 1;
        double unit = brief ? 1e-3 : 1;
        String median = Numbers.rounded(times.median() / unit) + (brief ? " ms" : " s");
        return times.min() == times.max()
                ? median
                : median + " (" + Numbers.rounded(times.min() / unit) + " to " + Numbers.rounded(times.max() / unit)
                        + ")";
    }

    private static String throughput(Measurement row) {
        OptionalDouble throughput = row.throughput();
        return throughput.isPresent()
                ? Numbers.rounded(throughput.getAsDouble()) + " " + row.work().unit()
                : NONE;
    }

    private static String memory(OptionalLong bytes) {
        return bytes.isPresent() ? Numbers.rounded(bytes.getAsLong() / 1e6) + " MB" : NONE;
    }

    private List<String> fullCells(Measurement row) {
        return List.of(
                row.device(),
                Measurement.PRECISION,
                row.model(),
                row.work().toString(),
                row.size(),
                "" + (row.work() == Work.START ? 1 : runs),
                Csv.cell(row.times().median()),
                Csv.cell(row.times().min()),
                Csv.cell(row.times().max()),
                Csv.cell(row.throughput().orElse(Double.NaN)),
                row.work().unit(),
                row.memory().isPresent() ? "" + row.memory().getAsLong() : "",
                machine.processor(),
                "" + machine.cores(),
                "" + machine.threads(),
                String.join("; ", machine.gpus()),
                "" + machine.memory(),
                machine.system(),
                machine.java(),
                machine.libtorch(),
                version);
    }
}
