package io.github.ndrfiji.badcode.cli;

class OpensDialogs {
    io.github.ndrfiji.badcode.imagej.GoodDialog dialog;
}
