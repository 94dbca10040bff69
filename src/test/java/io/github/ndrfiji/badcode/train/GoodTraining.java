package io.github.ndrfiji.badcode.train;

public class GoodTraining {}
