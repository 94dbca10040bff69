package io.github.ndrfiji.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip file of libtorch, as PyTorch's makers give it: the libraries lie in its folder {@code lib}. */
record LibtorchZip(Path file) implements LibtorchSource {

    private static final Pattern LIBRARY = Pattern.compile("(?:[^/]+/)?lib/([^/]+\\.(?:dll|so(?:\\.[\\w.]+)?))");

    @Override
    public List<LibtorchFile> files() throws IOException {
        List<LibtorchFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                var name = LIBRARY.matcher(entry.getName());
                if (name.matches())
                    files.add(new LibtorchFile(
                            name.group(1), entry.getSize(), () -> open(entry.getName(), entry.getCrc()), false));
            }
        }
        if (files.isEmpty())
            throw new IOException("'" + file + "' holds no folder 'lib' with libraries; take a zip file of libtorch "
                    + Libtorch.VERSION + " for CUDA 12.8.");
        return files;
    }

    @Override
    public String place() {
        return "'" + file + "'";
    }

    /** Java does not check an entry's sum by itself. */
    private InputStream open(String entry, long sum) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        CheckedInputStream checked = new CheckedInputStream(zip.getInputStream(zip.getEntry(entry)), new CRC32());
        return new FilterInputStream(checked) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                if (read < 0 && checked.getChecksum().getValue() != sum) throw new IOException("its checksum is wrong");
                return read;
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
