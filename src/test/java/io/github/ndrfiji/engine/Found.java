package io.github.ndrfiji.engine;

import io.github.ndrfiji.engine.LibtorchFolder.State;
import java.util.List;
import java.util.Optional;

/** Evidence for tests: a machine on which all is well, and what is otherwise. */
final class Found {

    static final Gpu GPU = new Gpu(0, "NVIDIA Test 4070", 12L << 30, 11L << 30, 8.9);

    String os = "Linux";
    String arch = "amd64";
    Nvidia nvidia = new Nvidia(Optional.of("570.86.15"), List.of(GPU));
    Optional<LibtorchFolder> chosen = Optional.empty();
    Optional<String> version = Optional.empty();
    Optional<String> flavor = Optional.empty();
    LibtorchFolder installed = new LibtorchFolder("cache", State.CUDA);

    static Found onSystem(String os, String arch) {
        Found found = new Found();
        found.os = os;
        found.arch = arch;
        return found;
    }

    Found nvidia(String driver, Gpu... gpus) {
        nvidia = new Nvidia(Optional.ofNullable(driver), List.of(gpus));
        return this;
    }

    Found chosen(State state) {
        chosen = Optional.of(new LibtorchFolder("mine", state));
        return this;
    }

    Found version(String text) {
        version = Optional.of(text);
        return this;
    }

    Found flavor(String text) {
        flavor = Optional.of(text);
        return this;
    }

    Found installed(State state) {
        installed = new LibtorchFolder("cache", state);
        return this;
    }

    Evidence evidence() {
        return new Evidence(os, arch, nvidia, chosen, version, flavor, installed);
    }
}
