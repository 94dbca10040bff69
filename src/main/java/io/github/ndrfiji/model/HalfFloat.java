package io.github.ndrfiji.model;

/** The 16-bit number formats that weights are stored in: IEEE 754 binary16, and bfloat16. */
final class HalfFloat {

    /** Magnitudes from here on round to infinity in binary16. */
    static final float OVERFLOW = 65520f;

    private HalfFloat() {}

    /** Rounds to the nearest binary16, ties to even; {@code value} is finite and below {@link #OVERFLOW}. */
    static short fromFloat(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        int half;
        if (magnitude < 0x1p-14f) {
            // Beside 0.5 a float's unit is 2^-24, that of the subnormal halves: the addition rounds to it.
            half = Float.floatToRawIntBits(magnitude + 0.5f) - Float.floatToRawIntBits(0.5f);
        } else {
            int bits = Float.floatToRawIntBits(magnitude);
            int evenTie = bits >>> 13 & 1;
            int rebiased = bits - (127 - 15 << 23);
            half = rebiased + 0xfff + evenTie >>> 13;
        }
        return (short) (sign | half);
    }

    static float toFloat(short half) {
        int exponent = half >>> 10 & 0x1f;
        int fraction = half & 0x3ff;
        float magnitude =
                switch (exponent) {
                    case 0 -> fraction * 0x1p-24f;
                    case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Float.intBitsToFloat(exponent + 127 - 15 << 23 | fraction << 13);
                };
        return half < 0 ? -magnitude : magnitude;
    }

    static float brainToFloat(short brain) {
        return Float.intBitsToFloat(brain << 16);
    }
}
