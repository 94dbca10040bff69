package io.github.ndrfiji.badcode.helpers;

class StandsInNoTable {}
