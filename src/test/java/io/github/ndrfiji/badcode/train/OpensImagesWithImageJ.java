package io.github.ndrfiji.badcode.train;

class OpensImagesWithImageJ {
    ij.ImagePlus image;
}
