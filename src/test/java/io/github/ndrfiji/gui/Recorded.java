package io.github.ndrfiji.gui;

/** What the recorder writes, which macros of users hold for ever. */
final class Recorded {

    /** Restore... with all defaults but the device. */
    static final String RESTORE =
            "run(\"Restore...\", \"model=general file=[] device=cpu range=auto rgb=false roi=false preview=false"
                    + " maps=none\");";

    /** Train... for a small network that begins with random weights. */
    static final String TRAIN = "run(\"Train...\", \"data=[degraded and clean] degraded=noisy.tif clean=clean.tif"
            + " degradedfolder=[] cleanfolder=[] fit=false degradations=[poisson:10-300 clean] name=recorded model=general"
            + " file=[] scratch=tiny preset=[a coffee] steps=2 settings=[crop=32 batch=1] range=auto seed=1 device=cpu\");";

    private Recorded() {}
}
