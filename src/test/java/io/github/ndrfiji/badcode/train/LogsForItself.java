package io.github.ndrfiji.badcode.train;

class LogsForItself {
    java.util.logging.Logger log;
}
