package io.github.ndrfiji.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the libraries of a libtorch with CUDA are fetched from. */
interface LibtorchSource {

    /** Names another source than DJL's server: the address of one like it, a folder like it, or a zip file of libtorch. */
    String VARIABLE = "NDR_LIBTORCH";

    String SERVER = "https://publish.djl.ai/pytorch/" + Libtorch.VERSION;

    /**
     * All libraries.
     *
     * @throws IOException if the source cannot be reached, or has none for this system
     */
    List<LibtorchFile> files() throws IOException;

    /** What it is, in words. */
    String place();

    /** DJL's server, or what {@link #VARIABLE} names. */
    static LibtorchSource standard(String classifier) {
        String given = Optional.ofNullable(System.getProperty(VARIABLE)).orElse(System.getenv(VARIABLE));
        return of(given == null || given.isBlank() ? SERVER : given.strip(), classifier);
    }

    static LibtorchSource of(String text, String classifier) {
        if (text.matches("(?i)(https?|file):.*")) return LibtorchIndex.at(text, classifier);
        Path path = Path.of(text);
        if (Files.isRegularFile(path)) return new LibtorchZip(path);
        return LibtorchIndex.at(path.toUri().toString(), classifier);
    }
}
