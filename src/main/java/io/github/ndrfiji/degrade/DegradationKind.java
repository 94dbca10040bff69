package io.github.ndrfiji.degrade;

import static io.github.ndrfiji.degrade.Parameter.Scale.LINEAR;
import static io.github.ndrfiji.degrade.Parameter.Scale.LOGARITHMIC;
import static io.github.ndrfiji.degrade.Parameter.Scale.WHOLE;
import static io.github.ndrfiji.degrade.Parameter.later;
import static io.github.ndrfiji.degrade.Parameter.optional;
import static io.github.ndrfiji.degrade.Parameter.strength;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The kinds of degradation there are, with the numbers that each depends on. */
public enum DegradationKind {
    CLEAN("nothing: the image as it is", "", v -> new Clean()),

    NOISE(
            "Gaussian noise; SIGMA is its standard deviation in units of 1/255",
            "25",
            v -> new GaussianNoise(v.get(0) / 255),
            strength("sigma", 0, 255, LINEAR)),

    POISSON(
            "photon noise; PEAK is the number of photons at value 1, read the standard deviation of the camera's read"
                    + " noise in photons",
            "30",
            v -> new PhotonNoise(v.get(0), v.get(1)),
            strength("peak", 0.1, 1e6, LOGARITHMIC),
            optional("read", 0, 1000, LINEAR, "0")),

    SALTPEPPER(
            "salt and pepper: SHARE of the pixels, from 0 to 1, becomes 0 or 1; together 1: in all channels alike, 0: in"
                    + " each by itself",
            "0.05",
            v -> new SaltAndPepper(v.get(0), v.get(1) == 1),
            strength("share", 0, 1, LINEAR),
            optional("together", 0, 1, WHOLE, "1")),

    RAIN(
            "rain streaks; STRENGTH 0.5 leaves a photograph about 27 dB, 1 about 21 dB; angle in degrees from the"
                    + " vertical, length and width of a streak in pixels, brightness of a streak, number of layers,"
                    + " screen from 0 (streaks are added) to 1 (they fade on bright ground)",
            "0.5",
            v -> new Rain(
                    v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5).intValue(), v.get(6)),
            strength("strength", 0, 2, LINEAR),
            optional("angle", -90, 90, LINEAR, "-40-40"),
            optional("length", 1, 500, LOGARITHMIC, "8-50"),
            optional("width", 1, 50, LOGARITHMIC, "1-3"),
            optional("brightness", 0.05, 1, LINEAR, "0.2-0.7"),
            optional("layers", 1, 5, WHOLE, "1-3"),
            optional("screen", 0, 1, LINEAR, "0/1/0-1")),

    STRIPES(
            "stripes as of a scanning or line detector; AMPLITUDE is the standard deviation of a line's offset in units"
                    + " of 1/255, angle in degrees (0: rows, 90: columns), width of a line in pixels",
            "10",
            v -> new Stripes(v.get(0) / 255, v.get(1), v.get(2)),
            strength("amplitude", 0, 255, LINEAR),
            optional("angle", 0, 180, LINEAR, "0/90/0-180"),
            optional("width", 1, 100, LOGARITHMIC, "1/1-4")),

    HAZE(
            "haze; BETA is the optical depth of the farthest point, airlight the haze's own brightness, near the depth"
                    + " of the nearest point as a share of the farthest, relief the share of a random field in the depth (0: half"
                    + " of the images have a ramp, half a field; 1: all have a field)",
            "1",
            v -> new Haze(v.get(0), v.get(1), v.get(2), v.get(3)),
            strength("beta", 0, 10, LINEAR),
            optional("airlight", 0, 1, LINEAR, "1/0.7-1"),
            optional("near", 0, 1, LINEAR, "0.1-0.9"),
            later("relief", 0, 1, LINEAR, 0)),

    BACKGROUND(
            "light from out of focus; STRENGTH is the mean of what is added, with the brightest value at 1, size in"
                    + " pixels that of the smooth patches it is made of",
            "0.2",
            v -> new Background(v.get(0), v.get(1)),
            strength("strength", 0, 10, LINEAR),
            optional("size", 2, 10_000, LOGARITHMIC, "30-150")),

    DEFOCUS(
            "out of focus: each point becomes a disk of RADIUS pixels",
            "3",
            v -> new Defocus(v.get(0)),
            strength("radius", 0, 50, LINEAR)),

    BLUR(
            "Gaussian blur, as of a microscope in focus; SIGMA is its standard deviation in pixels",
            "1.5",
            v -> new Blur(v.get(0)),
            strength("sigma", 0, 50, LINEAR)),

    MOTION(
            "motion blur: each point becomes a line of LENGTH pixels; angle in degrees (0: along rows, 90: columns)",
            "10",
            v -> new Motion(v.get(0), v.get(1)),
            strength("length", 0, 100, LINEAR),
            optional("angle", 0, 180, LINEAR, "0-180")),

    JPEG(
            "what JPEG compression loses at QUALITY 1 to 100, before any rounding to 8 bits; three channels are taken"
                    + " for red, green and blue, others are coded one by one; chroma says how many times coarser colour"
                    + " is (2: 4:2:0, 1: 4:4:4)",
            "30",
            v -> new Jpeg(v.get(0).intValue(), v.get(1).intValue()),
            strength("quality", 1, 100, WHOLE),
            optional("chroma", 1, 2, WHOLE, "2")),

    LOWRES(
            "low resolution at the same size: averaged over FACTOR x FACTOR pixels and enlarged again",
            "2",
            v -> new LowResolution(v.get(0).intValue()),
            strength("factor", 1, 16, WHOLE)),

    DOWNSAMPLE(
            "a smaller image: averaged over FACTOR x FACTOR pixels",
            "2",
            v -> new Downsampling(v.get(0).intValue()),
            strength("factor", 1, 16, WHOLE));

    private final String summary;
    private final String middling;
    private final Function<List<Double>, Effect> maker;
    private final List<Parameter> parameters;

    DegradationKind(String summary, String middling, Function<List<Double>, Effect> maker, Parameter... parameters) {
        this.summary = summary;
        this.middling = middling;
        this.maker = maker;
        this.parameters = List.of(parameters);
    }

    /** How to write it, with the ranges of what may be left out: {@code poisson:PEAK,read=0}. */
    public String form() {
        StringBuilder form = new StringBuilder(toString());
        for (Parameter parameter : parameters)
            form.append(parameter
                    .preset()
                    .map(preset -> "," + parameter.name() + "=" + preset)
                    .orElse(":" + parameter.name().toUpperCase(Locale.ROOT)));
        return form.toString();
    }

    /** What it does and what its numbers mean, in one line. */
    public String summary() {
        return summary;
    }

    /** A strength for a first try, neither slight nor extreme, as a text; empty for a kind that takes none. */
    public String middling() {
        return middling;
    }

    /**
     * The kind of this name.
     *
     * @throws IllegalArgumentException if there is none; the message says what there is
     */
    public static DegradationKind named(String name) {
        return Stream.of(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no degradation '" + name + "'; take one of "
                        + Stream.of(values()).map(DegradationKind::toString).collect(joining(", ")) + "."));
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** Whether the first parameter is a strength, which a text has to give. */
    boolean takesStrength() {
        return !parameters.isEmpty();
    }

    /** What this kind does with these values, one for each parameter. */
    Effect effect(List<Double> values) {
        return maker.apply(values);
    }

    /** The name in texts, bundles and on the command line: lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
