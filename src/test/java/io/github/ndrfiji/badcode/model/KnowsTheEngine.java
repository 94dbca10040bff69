package io.github.ndrfiji.badcode.model;

class KnowsTheEngine {
    ai.djl.engine.Engine engine;
}
