package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import java.util.Optional;

/** Finds pairs of twice the same image. */
final class IdentityCheck implements PairCheck {

    private static final double MOST = 0.5;

    private final String pairs;
    private final Tally tally = new Tally();

    IdentityCheck(String pairs) {
        this.pairs = pairs;
    }

    @Override
    public void look(String name, Patch degraded, Patch clean) {
        tally.count(name, degraded.equals(clean));
    }

    @Override
    public Optional<Finding> finding() {
        if (!tally.share(MOST)) return Optional.empty();
        return Optional.of(Finding.warning("The two images of a pair should differ, but in " + tally
                + " pairs looked at in " + pairs + " they are the same, such as " + tally.first()
                + "; the network would learn to do nothing: look whether the right folders or stacks were chosen."));
    }
}
