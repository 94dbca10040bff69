package io.github.ndrfiji.badcode.report;

class OpensWindows {
    javax.swing.JFrame window;
}
