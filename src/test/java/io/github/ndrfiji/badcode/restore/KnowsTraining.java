package io.github.ndrfiji.badcode.restore;

class KnowsTraining {
    io.github.ndrfiji.badcode.train.GoodTraining training;
}
