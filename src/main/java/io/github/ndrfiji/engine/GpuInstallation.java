package io.github.ndrfiji.engine;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.engine.CpuReason.Kind;
import io.github.ndrfiji.engine.LibtorchFolder.State;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Fetches the CUDA build of libtorch into DJL's cache. It is used from the next start of the engine on.
 *
 * <pre>{@code
 * GpuInstallation installation = GpuInstallation.plan(Machine.evidence());
 * if (userAgreesTo(installation.explanation())) installation.run(progress);
 * }</pre>
 */
public final class GpuInstallation {

    private static final int BUFFER = 1 << 20;

    private final Evidence found;
    private final LibtorchSource source;
    private final Path target;

    GpuInstallation(Evidence found, LibtorchSource source) {
        this.found = found;
        this.source = source;
        this.target = Path.of(found.installed().path());
    }

    /**
     * Looks at nothing but the evidence, and fetches nothing.
     *
     * @throws IllegalArgumentException if there is no libtorch with CUDA for this system
     */
    public static GpuInstallation plan(Evidence found) {
        CpuReason.beforeStart(found)
                .filter(reason -> reason.kind() == Kind.UNSUPPORTED_SYSTEM)
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason.toString());
                });
        return new GpuInstallation(found, LibtorchSource.standard(Libtorch.classifier(found.os())));
    }

    /** Whether it is installed already. */
    public boolean isDone() {
        return LibtorchFolder.of(target).state() == State.CUDA;
    }

    /** The folder into which it is fetched. */
    public Path target() {
        return target;
    }

    /** What would be done, for a user to agree to: sentences. */
    public List<String> explanation() {
        String what = "This fetches libtorch " + Libtorch.VERSION + " for CUDA 12.8, an estimated 2 to 3 GB, from "
                + source.place() + " into '" + target + "', where it is unpacked.";
        return Stream.concat(Stream.of(what), note().stream()).toList();
    }

    /** What would keep the GPU from being used nevertheless. */
    private Optional<String> note() {
        return CpuReason.beforeStart(found)
                .filter(reason -> reason.kind() != Kind.NOT_INSTALLED && reason.kind() != Kind.NOT_COMPLETE)
                .map(reason -> "It will be of no use yet: " + reason);
    }

    /**
     * Fetches all, checks it, and puts it into place at once; what lay there before is deleted then. Progress is in bytes.
     *
     * @throws CancellationException if {@code progress} is cancelled; nothing is left of it
     * @throws IOException if a library cannot be fetched, is damaged or lacking, or the disk is full; nothing is left of it
     */
    public void run(Progress progress) throws IOException {
        Path cache = target.toAbsolutePath().getParent();
        Files.createDirectories(cache);
        deleteLeftovers(cache);
        Path made = cache.resolve(prefix() + UUID.randomUUID());
        try {
            fetch(made, progress);
            if (LibtorchFolder.of(made).state() != State.CUDA)
                throw new IOException("In " + source.place() + " there is no complete libtorch with CUDA; it must hold "
                        + System.mapLibraryName("torch") + ", " + System.mapLibraryName("torch_cpu") + " and "
                        + System.mapLibraryName("torch_cuda") + ".");
            progress.checkCancelled();
            Path old = cache.resolve(prefix() + UUID.randomUUID());
            if (Files.exists(target)) Files.move(target, old);
            Files.move(made, target);
            delete(old);
        } finally {
            delete(made);
        }
    }

    private String prefix() {
        return "." + target.getFileName() + ".";
    }

    private void fetch(Path made, Progress progress) throws IOException {
        List<LibtorchFile> files = source.files();
        Files.createDirectory(made);
        boolean known = files.stream().allMatch(file -> file.size() >= 0);
        long total = known ? files.stream().mapToLong(LibtorchFile::size).sum() : 0;
        requireSpace(made, total);
        long[] done = {0};
        for (LibtorchFile file : files) fetch(file, made.resolve(file.name()), done, total, progress);
    }

    private static void requireSpace(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes)
            throw new IOException("The disk of '" + folder.getParent() + "' has " + (free >> 20)
                    + " MiB left, but at least " + (bytes >> 20)
                    + " MiB are needed; make room, or set ENGINE_CACHE_DIR to a folder on another disk.");
    }

    private static void fetch(LibtorchFile file, Path target, long[] done, long total, Progress progress)
            throws IOException {
        try (InputStream opened = file.opener().open();
                InputStream counted = counted(opened, done, total, progress);
                InputStream in = file.packed() ? new GZIPInputStream(counted, BUFFER) : counted;
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer, 0, BUFFER); read >= 0; read = in.read(buffer, 0, BUFFER))
                out.write(buffer, 0, read);
        } catch (IOException e) {
            throw new IOException(
                    "The library '" + file.name() + "' could not be fetched whole (" + e.getMessage()
                            + "); nothing was installed. Try again.",
                    e);
        }
    }

    /** Every read is reported, and ends the work if it is cancelled. */
    private static InputStream counted(InputStream in, long[] done, long total, Progress progress) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                progress.checkCancelled();
                int read = super.read(bytes, from, length);
                if (read > 0) progress.report(done[0] += read, total);
                return read;
            }
        };
    }

    /** What an installation left that was killed. */
    private void deleteLeftovers(Path cache) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(
                cache, path -> path.getFileName().toString().startsWith(prefix()))) {
            for (Path leftover : leftovers) delete(leftover);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
