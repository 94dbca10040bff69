package io.github.ndrfiji.engine;

import io.github.ndrfiji.engine.LibtorchFolder.State;
import java.util.Optional;

/**
 * Why the processor is used and no GPU, and the one thing to do about it.
 *
 * @param why a sentence
 * @param remedy a sentence
 */
public record CpuReason(Kind kind, String why, String remedy) {

    /** The kinds of reasons. */
    public enum Kind {
        UNSUPPORTED_SYSTEM,
        NO_DRIVER,
        NO_GPU,
        DRIVER_TOO_OLD,
        GPU_TOO_OLD,
        OTHER_VERSION,
        CPU_FLAVOR,
        CHOSEN_MISSING,
        CHOSEN_EMPTY,
        CHOSEN_FOR_CPU,
        NOT_INSTALLED,
        NOT_COMPLETE,
        DOES_NOT_LOAD,
        LOADED_FOR_CPU,
        GPU_NOT_SEEN,
        OTHER_CLASS_LOADER,
        CHOSEN_DOES_NOT_LOAD
    }

    /** The oldest drivers that serve CUDA 12.8. */
    private static final int DRIVER_LINUX = 570;

    private static final int DRIVER_WINDOWS = 572;

    /** The oldest GPUs for which libtorch 2.7.1 cu128 holds code. */
    private static final double CAPABILITY = 7.5;

    private static final String INSTALL = "Call 'ndr install-gpu', or Check Engine... with the action install-gpu.";

    /** Whether a GPU is there that the reason keeps from being used. */
    public boolean isAboutAGpu() {
        return kind != Kind.UNSUPPORTED_SYSTEM && kind != Kind.NO_DRIVER && kind != Kind.NO_GPU;
    }

    @Override
    public String toString() {
        return why + " " + remedy;
    }

    /** What keeps the engine from a GPU, as far as it can be told before it starts. */
    public static Optional<CpuReason> beforeStart(Evidence found) {
        return ofSystem(found).or(() -> ofSettings(found)).or(() -> ofInstalled(found));
    }

    /** What kept the engine from a GPU; none if it has one. */
    public static Optional<CpuReason> afterStart(Evidence found, Loaded loaded) {
        if (loaded.gpus() > 0) return Optional.empty();
        return beforeStart(found).or(() -> Optional.of(ofLoaded(found, loaded)));
    }

    /**
     * Why no engine loads at all: for another program part that has loaded it already, or for the user's own libtorch.
     *
     * @param chosen the folder of that libtorch
     */
    public static Optional<CpuReason> ofFailure(Throwable failure, Optional<LibtorchFolder> chosen) {
        for (Throwable e = failure; e != null; e = e.getCause())
            if (e instanceof UnsatisfiedLinkError
                    && String.valueOf(e.getMessage()).contains("another classloader"))
                return reason(
                        Kind.OTHER_CLASS_LOADER,
                        "Another plugin or script has loaded the engine in this Java already, by a class loader of its own;"
                                + " Java allows that once.",
                        "Restart Fiji or ImageJ, and use NDR-Restore before the other.");
        return chosen.filter(LibtorchFolder::isUsable)
                .map(folder -> new CpuReason(
                        Kind.CHOSEN_DOES_NOT_LOAD,
                        Evidence.LIBRARY_PATH + " is '" + folder.path() + "', but the libtorch there does not load ("
                                + Causes.root(failure) + ").",
                        "Unset it, or put there libtorch " + Libtorch.VERSION + ", whole and for this system."));
    }

    private static Optional<CpuReason> ofSystem(Evidence found) {
        if (!Libtorch.hasCuda(found.os(), found.arch()))
            return reason(
                    Kind.UNSUPPORTED_SYSTEM,
                    "For " + found.os() + " on " + found.arch() + " there is no libtorch with CUDA.",
                    "A GPU needs Linux or Windows on a 64-bit PC (x86_64) with an NVIDIA GPU.");
        Nvidia nvidia = found.nvidia();
        if (nvidia.driver().isEmpty())
            return reason(
                    Kind.NO_DRIVER,
                    "No NVIDIA driver was found.",
                    "If there is an NVIDIA GPU, install its driver, version " + oldestDriver(found) + " or later.");
        if (nvidia.gpus().isEmpty())
            return reason(
                    Kind.NO_GPU,
                    "The NVIDIA driver " + nvidia.driver().get() + " is there, but shows no GPU.",
                    "See what 'nvidia-smi' prints; in a container, pass the GPU on to it.");
        if (nvidia.major() < oldestDriver(found))
            return reason(
                    Kind.DRIVER_TOO_OLD,
                    "The NVIDIA driver is " + nvidia.driver().get() + ", too old for CUDA 12.8.",
                    "Install version " + oldestDriver(found) + " or later.");
        if (nvidia.gpus().stream().allMatch(gpu -> gpu.capability() > 0 && gpu.capability() < CAPABILITY))
            return reason(
                    Kind.GPU_TOO_OLD,
                    "libtorch " + Libtorch.VERSION + " holds no code for the GPU "
                            + nvidia.gpus().get(0).name() + " (compute capability "
                            + nvidia.gpus().get(0).capability() + ").",
                    "It needs a GPU of compute capability " + CAPABILITY + " or above, as of the RTX 20 series.");
        return Optional.empty();
    }

    private static int oldestDriver(Evidence found) {
        return found.os().startsWith("Windows") ? DRIVER_WINDOWS : DRIVER_LINUX;
    }

    private static Optional<CpuReason> ofSettings(Evidence found) {
        Optional<String> otherVersion = found.version().filter(version -> !version.equals(Libtorch.VERSION));
        if (otherVersion.isPresent())
            return reason(
                    Kind.OTHER_VERSION,
                    Evidence.VERSION + " is " + otherVersion.get() + ", but the program fits libtorch "
                            + Libtorch.VERSION + " only.",
                    "Unset it, or set it to " + Libtorch.VERSION + ".");
        Optional<String> otherFlavor = found.flavor().filter(flavor -> !flavor.equals(Libtorch.FLAVOR));
        if (otherFlavor.isPresent())
            return reason(
                    Kind.CPU_FLAVOR,
                    Evidence.FLAVOR + " is " + otherFlavor.get() + ", but a GPU needs " + Libtorch.FLAVOR + ".",
                    "Unset it, or set it to " + Libtorch.FLAVOR + ".");
        return found.chosen().flatMap(CpuReason::ofChosen);
    }

    private static Optional<CpuReason> ofChosen(LibtorchFolder folder) {
        String path = Evidence.LIBRARY_PATH + " is '" + folder.path() + "', ";
        return switch (folder.state()) {
            case MISSING ->
                reason(
                        Kind.CHOSEN_MISSING,
                        path + "which is no folder.",
                        "Set it to the folder 'lib' of a libtorch with CUDA, or unset it.");
            case EMPTY ->
                reason(
                        Kind.CHOSEN_EMPTY,
                        path + "where there is no " + System.mapLibraryName("torch") + ".",
                        "Set it to the folder 'lib' of a libtorch with CUDA, or unset it.");
            case CPU ->
                reason(
                        Kind.CHOSEN_FOR_CPU,
                        path + "a libtorch without " + System.mapLibraryName("torch_cuda") + ".",
                        "Put there libtorch " + Libtorch.VERSION + " for CUDA 12.8, or unset it.");
            case CUDA -> Optional.empty();
        };
    }

    private static Optional<CpuReason> ofInstalled(Evidence found) {
        if (found.chosen().isPresent()) return Optional.empty();
        return switch (found.installed().state()) {
            case MISSING ->
                reason(
                        Kind.NOT_INSTALLED,
                        "The libtorch that comes with the program is for processors, and one for CUDA is not installed.",
                        INSTALL);
            case EMPTY, CPU ->
                reason(
                        Kind.NOT_COMPLETE,
                        "In '" + found.installed().path() + "' there is no complete libtorch with CUDA.",
                        INSTALL);
            case CUDA -> Optional.empty();
        };
    }

    private static CpuReason ofLoaded(Evidence found, Loaded loaded) {
        if (loaded.libtorch().state() != State.CUDA)
            return loaded.failure()
                    .map(failure -> new CpuReason(
                            Kind.DOES_NOT_LOAD,
                            "The libtorch with CUDA does not load (" + failure + ").",
                            "Delete the folder '" + found.installed().path() + "', then install it again. " + INSTALL))
                    .orElseGet(() -> new CpuReason(
                            Kind.LOADED_FOR_CPU,
                            "The engine was started with a libtorch for processors before.",
                            "Restart the program."));
        return new CpuReason(
                Kind.GPU_NOT_SEEN,
                "The libtorch with CUDA is loaded, but cannot compute on a GPU"
                        + loaded.failure().map(failure -> " (" + failure + ")").orElse("") + ".",
                "See that CUDA_VISIBLE_DEVICES hides no GPU and 'nvidia-smi' shows one, then restart the program.");
    }

    private static Optional<CpuReason> reason(Kind kind, String why, String remedy) {
        return Optional.of(new CpuReason(kind, why, remedy));
    }
}
