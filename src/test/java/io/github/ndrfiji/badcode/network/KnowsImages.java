package io.github.ndrfiji.badcode.network;

class KnowsImages {
    net.imglib2.RandomAccessibleInterval<?> image;
}
