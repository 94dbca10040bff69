package io.github.ndrfiji.gui;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plain ImageJ in a JVM of its own, with this project's jar in its folder plugins and the jars that it needs in its folder
 * jars, as users install them. Its user has no preferences and no models.
 */
final class ImageJProcess implements AutoCloseable {

    private static final int MOST_MILLISECONDS = 180_000; // for one scene, on a slow machine
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Process process;
    private final Socket socket;
    private final ObjectOutputStream out;
    private final ObjectInputStream in;

    private ImageJProcess(Process process, Socket socket) throws IOException {
        this.process = process;
        this.socket = socket;
        socket.setSoTimeout(MOST_MILLISECONDS);
        out = new ObjectOutputStream(socket.getOutputStream());
        out.flush();
        in = new ObjectInputStream(socket.getInputStream());
    }

    static ImageJProcess onScreen(Screen screen) throws IOException {
        return start(SceneServer.class, List.of(jar("ij-")), List.of("-Djava.awt.headless=false"), screen.name());
    }

    /** Patched, ImageJ takes the class path for that of its plugins. */
    static ImageJProcess headless() throws IOException {
        return start(
                HeadlessServer.class,
                List.of(
                        jar("ij1-patcher-"),
                        jar("javassist-"),
                        jar("classgraph-"),
                        packaged().toString(),
                        needed()),
                List.of("-Djava.awt.headless=true", "--add-opens=java.base/java.lang=ALL-UNNAMED"),
                "");
    }

    private static ImageJProcess start(Class<?> program, List<String> jars, List<String> flags, String display)
            throws IOException {
        Path folder = emptyFolder("imagej-" + program.getSimpleName());
        install(folder);
        Path home = Files.createDirectory(folder.resolve("home"));
        Path models = Files.createDirectory(folder.resolve("models"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        command.addAll(flags);
        command.addAll(List.of(
                "-Duser.home=" + home,
                "-Dplugins.dir=" + folder,
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                TARGET.resolve("test-classes") + File.pathSeparator + String.join(File.pathSeparator, jars),
                program.getName()));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(MOST_MILLISECONDS);
            command.add("" + server.getLocalPort());
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("DISPLAY", display);
            builder.environment().put("HOME", home.toString());
            builder.environment().put("NDR_MODELS", models.toString());
            builder.environment().putIfAbsent("DJL_CACHE_DIR", engines());
            Path log = TARGET.resolve(program.getSimpleName() + ".log");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.onExit().thenRun(() -> closeQuietly(server)); // so that nobody waits for one that cannot start
            try {
                return new ImageJProcess(process, server.accept());
            } catch (IOException e) {
                process.destroyForcibly();
                throw new IOException("ImageJ did not start; it said: " + Files.readString(log), e);
            }
        }
    }

    private static void closeQuietly(ServerSocket server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where this user's engines are unpacked, which takes long. */
    private static String engines() {
        return Path.of(System.getProperty("user.home"), ".djl.ai").toString();
    }

    /** A folder below target without anything in it. */
    static Path emptyFolder(String name) throws IOException {
        Path folder = TARGET.resolve(name);
        if (Files.exists(folder))
            try (Stream<Path> old = Files.walk(folder)) { // does not follow the links to jars
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        return Files.createDirectories(folder);
    }

    private static void install(Path folder) throws IOException {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Path jars = Files.createDirectory(folder.resolve("jars"));
        Files.createSymbolicLink(plugins.resolve("NDR_Restore-test.jar"), packaged());
        for (String jar : needed().split(File.pathSeparator, -1)) {
            Path name = Path.of(jar).getFileName();
            if (!name.toString().startsWith("ij-")) Files.createSymbolicLink(jars.resolve(name), Path.of(jar));
        }
    }

    /** The project's jar as Maven packaged it. */
    static Path packaged() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(
                            file -> file.getFileName().toString().matches("ndr-restore-fiji-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no jar in " + TARGET + "; run mvn package first."));
        }
    }

    /** The class path of the jars that it needs. */
    static String needed() throws IOException {
        return Files.readString(TARGET.resolve("runtime.classpath")).strip();
    }

    /** The jar of that name on this class path. */
    private static String jar(String name) {
        List<String> found = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator, -1))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith(name))
                .collect(Collectors.toList());
        if (found.size() != 1) throw new IllegalStateException("On the class path are as " + name + "*: " + found);
        return found.get(0);
    }

    /**
     * Plays a scene in ImageJ and waits for its end.
     *
     * @param scene written in a class that loads without JUnit, which ImageJ's class path lacks
     */
    <T> T ask(Scene<T> scene) {
        try {
            out.writeObject(serialized(scene)); // apart, so that one that cannot be sent does no harm
            out.flush();
            SceneServer.Answer answer = (SceneServer.Answer) in.readObject();
            if (answer.failure() != null) throw new AssertionError("In ImageJ: " + answer.failure());
            @SuppressWarnings("unchecked") // what the scene returned
            T value = (T) answer.value();
            return value;
        } catch (IOException e) {
            process.destroyForcibly();
            throw new UncheckedIOException("ImageJ does not answer any more", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] serialized(Scene<?> scene) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(scene);
        } catch (IOException e) {
            throw new IllegalArgumentException("The scene holds what cannot be sent to ImageJ", e);
        }
        return bytes.toByteArray();
    }

    void act(Act act) {
        ask(() -> {
            act.play();
            return null;
        });
    }

    /** Closes what a test left open. */
    void clear() {
        act(Desk::clear);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            out.writeObject(null);
            out.flush();
            process.waitFor(10, TimeUnit.SECONDS);
        }
        process.destroyForcibly();
        socket.close();
    }
}
