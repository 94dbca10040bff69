package io.github.ndrfiji.badcode.train;

import java.io.IOException;

class SwallowsExceptions {
    void show(IOException e) {
        e.printStackTrace();
    }
}
