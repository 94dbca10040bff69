package io.github.ndrfiji.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.engine.LibtorchFolder.State;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuInstallationTest {

    @TempDir
    Path folder;

    private Path server;
    private Path cache;
    private Path target;

    @BeforeEach
    void makeServer() throws IOException {
        server = FakeServer.in(folder.resolve("server"));
        cache = folder.resolve("cache");
        target = cache.resolve("2.7.1-cu128-test");
    }

    private GpuInstallation from(Object source) {
        Found found = new Found();
        found.installed = LibtorchFolder.of(target);
        return new GpuInstallation(
                found.evidence(),
                LibtorchSource.of(source.toString(), Libtorch.classifier(System.getProperty("os.name"))));
    }

    private List<String> inCache() throws IOException {
        if (Files.notExists(cache)) return List.of();
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void assertInstalled() throws IOException {
        for (String library : List.of("torch", "torch_cpu", "torch_cuda"))
            assertArrayEquals(
                    FakeServer.content(library),
                    Files.readAllBytes(target.resolve(System.mapLibraryName(library))),
                    library);
        assertEquals(List.of(target.getFileName().toString()), inCache());
    }

    /** Tells how far it came, and is cancelled after so many bytes. */
    private static final class Watched implements Progress {
        private final List<Long> done = new ArrayList<>();
        private final long last;
        private long total;

        Watched(long last) {
            this.last = last;
        }

        @Override
        public void report(long done, long total) {
            this.done.add(done);
            this.total = total;
        }

        @Override
        public void log(String message) {}

        @Override
        public boolean isCancelled() {
            return !done.isEmpty() && done.get(done.size() - 1) >= last;
        }
    }

    @Test
    void aFolderLikeTheServerIsInstalledWithProgressInBytes() throws IOException {
        GpuInstallation installation = from(server);
        Watched watched = new Watched(Long.MAX_VALUE);
        assertFalse(installation.isDone());

        installation.run(watched);

        assertTrue(installation.isDone());
        assertInstalled();
        assertEquals(watched.total, watched.done.get(watched.done.size() - 1));
        assertTrue(watched.total > 3L * FakeServer.BYTES, watched.total + " bytes");
        assertEquals(watched.done.stream().sorted().toList(), watched.done);
    }

    @Test
    void aServerIsAskedByHttp() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/mirror/", exchange -> {
            Path file = server.resolve(exchange.getRequestURI().getPath().substring("/mirror/".length()));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) exchange.getResponseHeaders().set("Content-Length", Long.toString(Files.size(file)));
            exchange.sendResponseHeaders(200, head ? -1 : Files.size(file));
            if (!head) Files.copy(file, exchange.getResponseBody());
            exchange.close();
        });
        http.start();
        try {
            Watched watched = new Watched(Long.MAX_VALUE);
            from("http://localhost:" + http.getAddress().getPort() + "/mirror/").run(watched);
            assertTrue(watched.total > 3L * FakeServer.BYTES, watched.total + " bytes");
        } finally {
            http.stop(0);
        }
        assertInstalled();
    }

    @Test
    void aServerThatIsNotThereIsExplained() {
        IOException refused = assertThrows(
                IOException.class, () -> from("http://localhost:1/x").run(Progress.NONE));

        assertTrue(
                refused.getMessage().contains("'http://localhost:1/x/files.txt' cannot be read"), refused.getMessage());
        assertTrue(refused.getMessage().contains("NDR_LIBTORCH"), refused.getMessage());
    }

    @Test
    void aCancelLeavesNothing() throws IOException {
        Watched watched = new Watched(FakeServer.BYTES + 1);

        assertThrows(CancellationException.class, () -> from(server).run(watched));

        assertTrue(watched.done.size() > 1, watched.done + "");
        assertEquals(List.of(), inCache());
    }

    @Test
    void aTruncatedLibraryIsRefusedAndWhatWasThereStays() throws IOException {
        Path packed = FakeServer.library(server, "torch_cuda");
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(bytes, bytes.length / 2));
        Files.createDirectories(target);
        Files.writeString(target.resolve("old"), "old");

        IOException refused = assertThrows(IOException.class, () -> from(server).run(Progress.NONE));

        assertTrue(refused.getMessage().contains(System.mapLibraryName("torch_cuda")), refused.getMessage());
        assertEquals(List.of(target.getFileName().toString()), inCache());
        assertEquals("old", Files.readString(target.resolve("old")));
    }

    @Test
    void aLibraryWithAWrongChecksumIsRefused() throws IOException {
        Path packed = FakeServer.library(server, "torch_cpu");
        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(packed, bytes);

        assertThrows(IOException.class, () -> from(server).run(Progress.NONE));
        assertEquals(List.of(), inCache());
    }

    @Test
    void withoutTheCudaLibraryItIsRefused() throws IOException {
        Path index = server.resolve("files.txt");
        Files.writeString(index, Files.readString(index).replaceAll(".*torch_cuda.*\n", ""));

        IOException refused = assertThrows(IOException.class, () -> from(server).run(Progress.NONE));

        assertTrue(refused.getMessage().contains("no complete libtorch with CUDA"), refused.getMessage());
        assertEquals(List.of(), inCache());
    }

    @Test
    void anIndexForOtherSystemsIsRefused() throws IOException {
        Files.writeString(server.resolve("files.txt"), "cu128/osx-aarch64/native/lib/libtorch.dylib.gz\n");

        IOException refused = assertThrows(IOException.class, () -> from(server).run(Progress.NONE));

        assertTrue(refused.getMessage().contains("lists no libraries cu128/"), refused.getMessage());
    }

    /** Names are decoded as DJL does, and none leads out of the folder. */
    @Test
    void aNameThatLeadsElsewhereIsRefused() throws IOException {
        Files.writeString(
                server.resolve("files.txt"),
                FakeServer.prefix() + "..%2Fevil.so.gz\n",
                java.nio.file.StandardOpenOption.APPEND);
        Files.copy(FakeServer.library(server, "torch"), server.resolve(FakeServer.prefix() + "..%2Fevil.so.gz"));
        Files.copy(FakeServer.library(server, "torch"), server.resolve("cu128/linux-x86_64/native/evil.so.gz"));

        assertThrows(IllegalArgumentException.class, () -> new LibtorchFile("../evil.so", 1, () -> null, true));
        assertThrows(RuntimeException.class, () -> from(server).run(Progress.NONE));
        assertEquals(List.of(), inCache());
    }

    @Test
    void whatIsIncompleteAndWhatAKilledInstallationLeftIsReplaced() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve(System.mapLibraryName("torch")), "half");
        Files.createDirectories(cache.resolve("." + target.getFileName() + ".killed"));
        assertEquals(State.EMPTY, LibtorchFolder.of(target).state());

        from(server).run(Progress.NONE);

        assertInstalled();
    }

    private Path zip() throws IOException {
        Path zip = folder.resolve("libtorch.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String library : List.of("torch", "torch_cpu", "torch_cuda")) {
                out.putNextEntry(new ZipEntry("libtorch/lib/" + System.mapLibraryName(library)));
                out.write(FakeServer.content(library));
            }
            out.putNextEntry(new ZipEntry("libtorch/include/torch.h"));
            out.putNextEntry(new ZipEntry("libtorch/lib/libkineto.a"));
        }
        return zip;
    }

    @Test
    void theLibrariesOfAZipFileAreInstalled() throws IOException {
        from(zip()).run(Progress.NONE);

        assertInstalled();
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void aDamagedZipFileIsRefused() throws IOException {
        Path zip = zip();
        byte[] bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 1; // in a library: the index at the end is a few hundred bytes
        Files.write(zip, bytes);

        assertThrows(IOException.class, () -> from(zip).run(Progress.NONE));
        assertEquals(List.of(), inCache());
    }

    @Test
    void theUserReadsWhatWillBeFetchedAndWhetherItIsOfUse() {
        String explanation = String.join("\n", from(LibtorchSource.SERVER).explanation());
        assertTrue(explanation.contains("2 to 3 GB, from DJL's server"), explanation);
        assertTrue(explanation.contains(target.toString()), explanation);
        assertFalse(explanation.contains("of no use"), explanation);

        Found withoutDriver = new Found().nvidia(null).installed(State.MISSING);
        String warning =
                String.join("\n", GpuInstallation.plan(withoutDriver.evidence()).explanation());
        assertTrue(warning.contains("It will be of no use yet: No NVIDIA driver"), warning);
    }

    @Test
    void aSystemWithoutCudaIsRefused() {
        Evidence mac = Found.onSystem("Mac OS X", "aarch64").evidence();

        assertThrows(IllegalArgumentException.class, () -> GpuInstallation.plan(mac));
    }
}
