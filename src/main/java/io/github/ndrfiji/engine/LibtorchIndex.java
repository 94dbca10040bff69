package io.github.ndrfiji.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * DJL's server or a copy of it, by its address or folder: {@code files.txt} lists paths such as
 * {@code cu128/linux-x86_64/native/lib/libtorch.so.gz}, each a library compressed by gzip.
 *
 * @param base address of the folder of {@code files.txt}, without a slash at its end
 * @param prefix of the paths that belong to this system
 */
record LibtorchIndex(String base, String prefix) implements LibtorchSource {

    private static final String SUFFIX = ".gz";
    private static final int CONNECT_MS = 30_000;
    private static final int READ_MS = 60_000;

    static LibtorchIndex at(String base, String classifier) {
        return new LibtorchIndex(base.replaceFirst("/+$", ""), Libtorch.FLAVOR + "/" + classifier + "/native/lib/");
    }

    @Override
    public List<LibtorchFile> files() throws IOException {
        List<LibtorchFile> files = new ArrayList<>();
        for (String line : index().lines().map(String::strip).toList())
            if (line.startsWith(prefix) && line.endsWith(SUFFIX)) files.add(file(line));
        if (files.isEmpty())
            throw new IOException("'" + base + "/files.txt' lists no libraries " + prefix + "*" + SUFFIX
                    + "; set " + VARIABLE + " to the address or folder of a copy of DJL's server for libtorch "
                    + Libtorch.VERSION + ".");
        return files;
    }

    @Override
    public String place() {
        if (base.equals(SERVER)) return "DJL's server (" + base + ")";
        return "'" + (base.startsWith("file:") ? Path.of(URI.create(base)) : base) + "'";
    }

    private String index() throws IOException {
        try (InputStream in = connection("files.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException(
                    "'" + base + "/files.txt' cannot be read (" + e + "); see that the network is there, or set "
                            + VARIABLE + " to a folder.",
                    e);
        }
    }

    private LibtorchFile file(String path) throws IOException {
        String packed = path.substring(prefix.length(), path.length() - SUFFIX.length());
        return new LibtorchFile(
                URLDecoder.decode(packed, StandardCharsets.UTF_8),
                size(path),
                () -> connection(path).getInputStream(),
                true);
    }

    private long size(String path) throws IOException {
        URLConnection connection = connection(path);
        if (connection instanceof HttpURLConnection http) {
            http.setRequestMethod("HEAD");
            long size = http.getContentLengthLong();
            http.disconnect();
            return size;
        }
        try (InputStream opened = connection.getInputStream()) { // or a file stays open
            return connection.getContentLengthLong();
        }
    }

    private URLConnection connection(String path) throws IOException {
        URLConnection connection = URI.create(base + "/" + path).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MS);
        connection.setReadTimeout(READ_MS);
        return connection;
    }
}
