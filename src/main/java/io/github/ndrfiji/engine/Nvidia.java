package io.github.ndrfiji.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The NVIDIA driver and its GPUs.
 *
 * @param driver its version, as {@code 570.86.15}; none if there is no driver
 * @param gpus those that it sees, by their numbers
 */
public record Nvidia(Optional<String> driver, List<Gpu> gpus) {

    /** A machine without a driver. */
    public static final Nvidia NONE = new Nvidia(Optional.empty(), List.of());

    /** What {@code nvidia-smi} shall print of each GPU, a line each, separated by commas. */
    static final String QUERY = "index,name,memory.total,memory.free,compute_cap,driver_version";

    private static final int FIELDS = QUERY.split(",").length;
    private static final Pattern CUDA = Pattern.compile("CUDA Version: *([\\d.]+)");
    private static final Pattern MODULE = Pattern.compile("NVRM version:.*?\\s(\\d+\\.\\d+(?:\\.\\d+)?)\\s");

    public Nvidia {
        gpus = List.copyOf(gpus);
    }

    /** What {@code nvidia-smi} printed for {@link #QUERY} in CSV without header and units; lines that are no GPU's do not count. */
    static Nvidia parse(String text) {
        Optional<String> driver = Optional.empty();
        List<Gpu> gpus = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.strip().split("\\s*,\\s*", -1);
            if (fields.length != FIELDS || !fields[0].matches("\\d{1,3}")) continue;
            driver = Optional.of(fields[5]);
            gpus.add(new Gpu(
                    Integer.parseInt(fields[0]),
                    fields[1],
                    (long) number(fields[2]) << 20,
                    (long) number(fields[3]) << 20,
                    number(fields[4])));
        }
        return new Nvidia(driver, gpus);
    }

    /** 0 for what the driver does not tell, as {@code [N/A]}. */
    private static double number(String text) {
        return text.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(text) : 0;
    }

    /** The driver alone, of the text in {@code /proc/driver/nvidia/version}. */
    static Nvidia ofModule(String text) {
        return new Nvidia(first(MODULE, text), List.of());
    }

    /** The newest CUDA that the driver can serve, of what {@code nvidia-smi} prints without arguments. */
    static Optional<String> cuda(String text) {
        return first(CUDA, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** GPUs that CUDA may use: what the variable {@code CUDA_VISIBLE_DEVICES} leaves of them. */
    public int visible() {
        String chosen = System.getenv("CUDA_VISIBLE_DEVICES");
        return chosen == null ? gpus.size() : Math.min(gpus.size(), chosen.split(",").length);
    }

    /** Name of a GPU; none if the driver does not tell, or gives CUDA's numbers to others. */
    public Optional<String> named(int gpu) {
        return System.getenv("CUDA_VISIBLE_DEVICES") != null
                ? Optional.empty()
                : gpus.stream()
                        .filter(found -> found.number() == gpu)
                        .map(Gpu::name)
                        .findFirst();
    }

    /** The number before the first dot of the driver's version; 0 if there is no driver. */
    int major() {
        return driver.map(version -> version.replaceFirst("\\D.*", ""))
                .filter(digits -> !digits.isEmpty())
                .map(Integer::parseInt)
                .orElse(0);
    }
}
