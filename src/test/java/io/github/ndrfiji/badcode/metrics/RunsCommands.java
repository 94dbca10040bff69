package io.github.ndrfiji.badcode.metrics;

class RunsCommands {
    org.scijava.command.CommandService commands;
}
