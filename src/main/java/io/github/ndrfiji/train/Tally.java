package io.github.ndrfiji.train;

/** How many of the images that a check looked at are affected, and the name of the first of them. */
final class Tally {

    private int seen;
    private int affected;
    private String first = "";

    void count(String name, boolean isAffected) {
        seen++;
        if (isAffected && affected++ == 0) first = name;
    }

    boolean any() {
        return affected > 0;
    }

    boolean all() {
        return affected > 0 && affected == seen;
    }

    /** Whether at least this share of the images is affected. */
    boolean share(double share) {
        return affected > 0 && affected >= share * seen;
    }

    /** Whether at least this many images are affected. */
    boolean atLeast(int least) {
        return affected >= least;
    }

    /** The name of the first affected image, in quotes. */
    String first() {
        return "'" + first + "'";
    }

    /** As in {@code 3 of 16}. */
    @Override
    public String toString() {
        return affected + " of " + seen;
    }
}
