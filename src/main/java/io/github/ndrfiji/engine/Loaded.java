package io.github.ndrfiji.engine;

import java.util.Optional;

/**
 * What came of starting the engine.
 *
 * @param libtorch the folder it was loaded from
 * @param gpus how many it can compute on
 * @param failure why a CUDA libtorch did not load or not compute, if one was tried
 */
public record Loaded(LibtorchFolder libtorch, int gpus, Optional<String> failure) {}
