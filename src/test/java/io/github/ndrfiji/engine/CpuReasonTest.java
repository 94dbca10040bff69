package io.github.ndrfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.engine.CpuReason.Kind;
import io.github.ndrfiji.engine.LibtorchFolder.State;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CpuReasonTest {

    private static final Gpu OLD = new Gpu(0, "NVIDIA Old 1080", 8L << 30, 8L << 30, 6.1);
    private static final Gpu UNKNOWN = new Gpu(0, "NVIDIA Test", 8L << 30, 8L << 30, 0);

    static Stream<Arguments> evidence() {
        return Stream.of(
                Arguments.of(Kind.UNSUPPORTED_SYSTEM, Found.onSystem("Mac OS X", "aarch64"), "Mac OS X on aarch64"),
                Arguments.of(Kind.UNSUPPORTED_SYSTEM, Found.onSystem("Linux", "aarch64"), "Linux on aarch64"),
                Arguments.of(Kind.NO_DRIVER, new Found().nvidia(null), "version 570 or later"),
                Arguments.of(
                        Kind.NO_DRIVER, Found.onSystem("Windows 11", "amd64").nvidia(null), "version 572 or later"),
                Arguments.of(Kind.NO_GPU, new Found().nvidia("570.86.15"), "driver 570.86.15 is there"),
                Arguments.of(Kind.DRIVER_TOO_OLD, new Found().nvidia("569.99", Found.GPU), "driver is 569.99, too old"),
                Arguments.of(
                        Kind.DRIVER_TOO_OLD,
                        Found.onSystem("Windows 11", "amd64").nvidia("571.96", Found.GPU),
                        "Install version 572"),
                Arguments.of(Kind.GPU_TOO_OLD, new Found().nvidia("570.86.15", OLD), "NVIDIA Old 1080"),
                Arguments.of(Kind.OTHER_VERSION, new Found().version("2.5.1"), "PYTORCH_VERSION is 2.5.1"),
                Arguments.of(Kind.CPU_FLAVOR, new Found().flavor("cpu"), "PYTORCH_FLAVOR is cpu"),
                Arguments.of(Kind.CPU_FLAVOR, new Found().flavor("cu124"), "needs cu128"),
                Arguments.of(Kind.CHOSEN_MISSING, new Found().chosen(State.MISSING), "'mine', which is no folder"),
                Arguments.of(Kind.CHOSEN_EMPTY, new Found().chosen(State.EMPTY), "'mine', where there is no"),
                Arguments.of(Kind.CHOSEN_FOR_CPU, new Found().chosen(State.CPU), "'mine', a libtorch without"),
                Arguments.of(Kind.NOT_INSTALLED, new Found().installed(State.MISSING), "ndr install-gpu"),
                Arguments.of(Kind.NOT_COMPLETE, new Found().installed(State.EMPTY), "In 'cache'"),
                Arguments.of(Kind.NOT_COMPLETE, new Found().installed(State.CPU), "ndr install-gpu"));
    }

    @ParameterizedTest
    @MethodSource("evidence")
    void whatKeepsTheEngineFromAGpuIsSaidWithWhatToDo(Kind kind, Found found, String said) {
        CpuReason reason = CpuReason.beforeStart(found.evidence()).orElseThrow();

        assertEquals(kind, reason.kind());
        assertTrue(reason.toString().contains(said), reason.toString());
        assertTrue(reason.why().endsWith(".") && reason.remedy().endsWith("."), reason.toString());
    }

    static Stream<Found> wells() {
        return Stream.of(
                new Found(),
                new Found().nvidia("580.1", OLD, Found.GPU),
                new Found().nvidia("570.86.15", UNKNOWN),
                Found.onSystem("Windows 10", "amd64").nvidia("572.16", Found.GPU),
                new Found().version("2.7.1").flavor("cu128"),
                new Found().chosen(State.CUDA).installed(State.MISSING));
    }

    @ParameterizedTest
    @MethodSource("wells")
    void whereAllIsWellNothingIsSaid(Found found) {
        assertEquals(Optional.empty(), CpuReason.beforeStart(found.evidence()));
    }

    static Stream<Arguments> starts() {
        LibtorchFolder cuda = new LibtorchFolder("cache", State.CUDA);
        LibtorchFolder cpu = new LibtorchFolder("unpacked", State.CPU);
        return Stream.of(
                Arguments.of(
                        Kind.DOES_NOT_LOAD,
                        new Loaded(cpu, 0, Optional.of("bad ELF")),
                        "(bad ELF). Delete the folder 'cache'"),
                Arguments.of(Kind.LOADED_FOR_CPU, new Loaded(cpu, 0, Optional.empty()), "Restart"),
                Arguments.of(Kind.GPU_NOT_SEEN, new Loaded(cuda, 0, Optional.empty()), "compute on a GPU. See"),
                Arguments.of(Kind.GPU_NOT_SEEN, new Loaded(cuda, 0, Optional.of("no kernel")), "(no kernel)"));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void whatTheStartCameToIsSaidWithWhatToDo(Kind kind, Loaded loaded, String said) {
        CpuReason reason = CpuReason.afterStart(new Found().evidence(), loaded).orElseThrow();

        assertEquals(kind, reason.kind());
        assertTrue(reason.toString().contains(said), reason.toString());
        assertTrue(reason.isAboutAGpu());
    }

    @Test
    void whatWasFoundBeforeTheStartGoesFirst() {
        Loaded loaded = new Loaded(new LibtorchFolder("unpacked", State.CPU), 0, Optional.empty());
        Evidence found = new Found().installed(State.MISSING).evidence();

        assertEquals(
                Kind.NOT_INSTALLED,
                CpuReason.afterStart(found, loaded).orElseThrow().kind());
    }

    @Test
    void anEngineWithAGpuNeedsNoReason() {
        Loaded loaded = new Loaded(new LibtorchFolder("cache", State.CUDA), 1, Optional.empty());

        assertEquals(
                Optional.empty(),
                CpuReason.afterStart(new Found().version("2.7.2").evidence(), loaded));
    }

    @Test
    void nativesOfAnotherClassLoaderAreRecognised() {
        Throwable failure = new IllegalStateException(
                "Failed to load PyTorch native library",
                new UnsatisfiedLinkError("Native Library /x/libc10.so already loaded in another classloader"));

        assertEquals(
                Kind.OTHER_CLASS_LOADER,
                CpuReason.ofFailure(failure, Optional.empty()).orElseThrow().kind());
        assertEquals(Optional.empty(), CpuReason.ofFailure(new UnsatisfiedLinkError("no torch"), Optional.empty()));
    }

    @Test
    void aLibtorchOfTheUserThatDoesNotLoadIsNamed() {
        Evidence found = new Found().chosen(State.CUDA).evidence();
        Throwable failure = new IllegalStateException("around it", new UnsatisfiedLinkError("file too short"));
        CpuReason reason = CpuReason.ofFailure(failure, found.chosen()).orElseThrow();

        assertEquals(Kind.CHOSEN_DOES_NOT_LOAD, reason.kind());
        assertTrue(reason.why().startsWith("PYTORCH_LIBRARY_PATH is 'mine', but the libtorch there"), reason.why());
        assertTrue(reason.why().endsWith("does not load (file too short)."), reason.why());
        Evidence empty = new Found().chosen(State.EMPTY).evidence();
        assertEquals(Optional.empty(), CpuReason.ofFailure(failure, empty.chosen()), "DJL takes another one then");
        assertTrue(reason.remedy().startsWith("Unset it"), reason.remedy());
    }

    @Test
    void whereThereIsNoGpuNobodyIsBotheredWithIt() {
        Set<Kind> silent = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) if (!new CpuReason(kind, "", "").isAboutAGpu()) silent.add(kind);

        assertEquals(EnumSet.of(Kind.UNSUPPORTED_SYSTEM, Kind.NO_DRIVER, Kind.NO_GPU), silent);
    }
}
