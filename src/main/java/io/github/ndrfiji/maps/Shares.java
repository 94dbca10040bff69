package io.github.ndrfiji.maps;

/** What is told of the shares of all learned degradations at one pixel. */
final class Shares {

    private static final double LOG_2 = Math.log(2);

    private Shares() {}

    /** Whether the pixel was looked at. */
    static boolean areKnown(float[][] shares, int x) {
        return !Float.isNaN(shares[0][x]);
    }

    /** The index, from 0 on, of the largest share; the first of equal ones. */
    static int dominant(float[][] shares, int x) {
        int dominant = 0;
        for (int n = 1; n < shares.length; n++) if (shares[n][x] > shares[dominant][x]) dominant = n;
        return dominant;
    }

    /** In bits. */
    static double entropy(float[][] shares, int x) {
        double sum = 0;
        for (float[] degradation : shares) if (degradation[x] > 0) sum -= degradation[x] * Math.log(degradation[x]);
        return sum / LOG_2;
    }
}
