package io.github.ndrfiji.image;

/** What a network is shown in place of NaN and infinite values, which it would spread over the whole tile. */
public final class NonFinite {

    private NonFinite() {}

    /** Replaces the values of a patch that are not finite by the mean of the finite ones of their channel, or by 0.5. */
    public static void fill(Patch patch) {
        int area = patch.height() * patch.width();
        for (int c = 0; c < patch.channels(); c++) fill(patch.values(), c * area, (c + 1) * area);
    }

    private static void fill(float[] values, int from, int to) {
        double sum = 0;
        int finite = 0;
        for (int i = from; i < to; i++)
            if (Float.isFinite(values[i])) {
                sum += values[i];
                finite++;
            }
        float mean = finite == 0 ? 0.5f : (float) (sum / finite);
        for (int i = from; i < to; i++) if (!Float.isFinite(values[i])) values[i] = mean;
    }
}
