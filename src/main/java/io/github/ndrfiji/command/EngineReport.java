package io.github.ndrfiji.command;

import ij.IJ;
import io.github.ndrfiji.engine.EngineVersions;
import io.github.ndrfiji.engine.Evidence;
import io.github.ndrfiji.engine.HiddenCaches;
import io.github.ndrfiji.engine.LibtorchFolder;
import io.github.ndrfiji.engine.Machine;
import io.github.ndrfiji.model.ModelRegistry;
import io.github.ndrfiji.model.ModelRegistry.Model;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Torch;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What runs where, and why: versions, devices, models and folders.
 *
 * @param lines each a name and a value
 * @param failure why the engine does not start, if it does not
 */
public record EngineReport(List<Line> lines, Optional<IllegalStateException> failure) {

    /** A line of the report. */
    public record Line(String name, String value) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-14s %s", name, value);
        }
    }

    public EngineReport {
        lines = List.copyOf(lines);
    }

    /**
     * Looks at everything, and starts the engine.
     *
     * @throws IOException if the folder of models cannot be read
     */
    public static EngineReport read() throws IOException {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("NDR-Restore", version() + ", " + folder(EngineReport.class)));
        lines.add(new Line("ImageJ", IJ.getVersion() + ", " + folder(IJ.class)));
        lines.add(new Line("Java", System.getProperty("java.version") + ", " + System.getProperty("java.home")));
        lines.add(new Line("Java memory", (Runtime.getRuntime().maxMemory() >> 20) + " MB at most"));
        lines.add(new Line(
                "System",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors"));
        lines.add(new Line("DJL", Torch.djlVersion()));
        lines.add(new Line("DJL's JNI", EngineVersions.jni()));
        lines.add(new Line("JNA", EngineVersions.jna()));
        Optional<IllegalStateException> failure = addEngine(lines);
        ModelRegistry registry = ModelRegistry.standard();
        for (Model model : registry.list()) lines.add(new Line("Model", line(model)));
        lines.add(new Line("Models folder", registry.folder().toString()));
        return new EngineReport(lines, failure);
    }

    /** A model in a list: name, where it comes from, description. */
    static String line(Model model) {
        return model.name() + " (" + model.source().name().toLowerCase(Locale.ROOT) + "): " + model.description();
    }

    /** Version of the program, as it stands in its jar. */
    public static String version() {
        return Optional.ofNullable(EngineReport.class.getPackage().getImplementationVersion())
                .orElse("(development build)");
    }

    private static Optional<IllegalStateException> addEngine(List<Line> lines) {
        try {
            lines.add(new Line("libtorch", Torch.libtorchVersion() + ", " + inWords(Torch.libtorch())));
            lines.add(new Line("Device", "cpu, " + Torch.threads() + " threads"));
            if (HiddenCaches.matter())
                lines.add(new Line(
                        "Processor", "hides its caches, so convolutions use AVX at most (see docs/engine.md)"));
            addGpus(lines, Torch.evidence());
            lines.add(new Line("Auto takes", Device.auto().toString()));
            Torch.whyNoGpu().ifPresent(reason -> {
                lines.add(new Line("Why no GPU", reason.why()));
                lines.add(new Line("What to do", reason.remedy()));
            });
            return Optional.empty();
        } catch (IllegalStateException e) {
            lines.add(new Line("libtorch", "does not load: " + e.getMessage()));
            addGpus(lines, Machine.evidence());
            return Optional.of(e);
        }
    }

    private static void addGpus(List<Line> lines, Evidence found) {
        found.nvidia().gpus().forEach(gpu -> lines.add(new Line("Device", gpu.toString())));
        lines.add(new Line(
                "NVIDIA driver",
                found.nvidia()
                        .driver()
                        .map(version -> version
                                + Machine.cuda()
                                        .map(cuda -> ", up to CUDA " + cuda)
                                        .orElse(""))
                        .orElse("none")));
        LibtorchFolder cuda = found.chosen().orElse(found.renewed().installed());
        lines.add(new Line("CUDA libtorch", inWords(cuda)));
    }

    private static String inWords(LibtorchFolder folder) {
        return switch (folder.state()) {
                    case MISSING -> "not installed in ";
                    case EMPTY -> "none in ";
                    case CPU -> "for processors, ";
                    case CUDA -> "for CUDA, ";
                }
                + folder.path();
    }

    private static String folder(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        return place == null ? "place unknown" : place.getPath();
    }

    @Override
    public String toString() {
        return String.join("\n", lines.stream().map(Line::toString).toList()) + "\n";
    }
}
