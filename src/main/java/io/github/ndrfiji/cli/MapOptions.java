package io.github.ndrfiji.cli;

import io.github.ndrfiji.maps.MapChoice;
import io.github.ndrfiji.maps.MapKind;
import io.github.ndrfiji.restore.AffinityLevel;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which degradation maps are made. */
final class MapOptions {

    /** What the layers are, for the foot of a help. */
    static final String LAYERS = "Layers:%n"
            + "  affinities  the share of every learned degradation; those of a pixel sum to 1%n"
            + "  top         the same of those with the largest mean shares in the image%n"
            + "  dominant    the number, from 1 on, of the degradation with the largest share%n"
            + "  entropy     of the shares, in bits%n"
            + "  change      how much a restoration changes the image, in the image's own units";

    private static final String KINDS = "--layers";
    private static final String TOP = "--top";
    private static final String LEVEL = "--level";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = KINDS,
            paramLabel = "LAYER",
            split = ",",
            defaultValue = "affinities",
            description = "One or several of those below, with commas between (default: ${DEFAULT-VALUE}).")
    private List<MapKind> kinds;

    @Option(
            names = TOP,
            paramLabel = "K",
            defaultValue = "" + MapChoice.DEFAULT_TOP,
            description = "How many the layers 'top' are (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = LEVEL,
            paramLabel = "LEVEL",
            defaultValue = "mean",
            description = "The level of the network: 1 (the finest), 2, 3, or the mean of all (default:"
                    + " ${DEFAULT-VALUE}).")
    private AffinityLevel level;

    /** @throws ParameterException if there is no such choice */
    MapChoice choice() throws IOException {
        return WrongCall.unless(() -> new MapChoice(kinds, top, level), command);
    }

    /**
     * Refuses these options where there are no maps.
     *
     * @param needed the option that asks for maps, and what it takes
     * @throws ParameterException if one of them is given
     */
    void requireNone(String needed) {
        for (String option : List.of(KINDS, TOP, LEVEL))
            if (command.commandLine().getParseResult().hasMatchedOption(option))
                throw new ParameterException(
                        command.commandLine(),
                        option + " needs " + needed + "; give it too, or leave out " + option + ".");
    }
}
