package io.github.ndrfiji.badcode.train;

class Prints {
    void loss() {
        System.out.println(0);
    }
}
