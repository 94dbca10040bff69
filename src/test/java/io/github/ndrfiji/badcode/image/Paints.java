package io.github.ndrfiji.badcode.image;

class Paints {
    void paint(java.awt.Graphics graphics) {}
}
