package io.github.ndrfiji.badcode.cli;

class PrintsStackTraces {
    void show(RuntimeException e) {
        e.printStackTrace();
    }
}
