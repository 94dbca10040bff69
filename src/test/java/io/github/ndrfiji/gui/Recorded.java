package io.github.ndrfiji.gui;

/** What the recorder writes, which macros of users hold for ever. */
final class Recorded {

    /** Restore... with all defaults but the device. */
    static final String RESTORE =
            "run(\"Restore...\", \"model=general file=[] device=cpu range=auto rgb=false roi=false preview=false\");";

    private Recorded() {}
}
