package io.github.ndrfiji.badcode.imagej;

public class GoodDialog {
    java.awt.Panel panel;
}
