package io.github.ndrfiji.sampledata;

/** A smooth random function of space with values in [0, 1]: four octaves of interpolated lattice noise. */
record SmoothNoise(long seed) {

    double at(double x, double y, double z) {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        for (int octave = 0; octave < 4; octave++) {
            double scale = 1 << octave;
            sum += weight * lattice(x * scale, y * scale, z * scale);
            weights += weight;
            weight *= 0.6;
        }
        return sum / weights;
    }

    private double lattice(double x, double y, double z) {
        long x0 = (long) Math.floor(x);
        long y0 = (long) Math.floor(y);
        long z0 = (long) Math.floor(z);
        double u = smooth(x - x0);
        double v = smooth(y - y0);
        double w = smooth(z - z0);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = corner & 1;
            int j = corner >> 1 & 1;
            int k = corner >> 2;
            sum += (i == 1 ? u : 1 - u) * (j == 1 ? v : 1 - v) * (k == 1 ? w : 1 - w) * hash(x0 + i, y0 + j, z0 + k);
        }
        return sum;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    /** A number in [0, 1) for a lattice point: the finaliser of MurmurHash3. */
    private double hash(long x, long y, long z) {
        long h = seed + 0x9E3779B97F4A7C15L * (x + 31 * (y + 31 * z));
        h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        return ((h ^ h >>> 33) >>> 11) * 0x1p-53;
    }
}
