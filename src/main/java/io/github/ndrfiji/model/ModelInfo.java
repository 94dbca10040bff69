package io.github.ndrfiji.model;

import io.github.ndrfiji.network.NetworkConfig;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a model is and how it wants to be applied.
 *
 * @param name its name in lists and on the command line: letters, digits, dots, dashes and underscores, at most 64
 * @param description one line for lists
 * @param network the size of its networks; its channels and scale are those of the model
 * @param valueRange text form of the value-range policy that it was trained with, such as {@code auto}; other packages
 *     interpret it
 * @param tileContext side in pixels of the tiles it sees; part of the model, because the network pools over whole tiles
 * @param tileOverlap pixels by which neighbouring tiles overlap at least
 * @param degradations names of the degradations that it was trained on
 */
public record ModelInfo(
        String name,
        String description,
        NetworkConfig network,
        String valueRange,
        int tileContext,
        int tileOverlap,
        List<String> degradations) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?");
    private static final int MAX_CONTEXT = 4096;

    public ModelInfo {
        degradations = List.copyOf(degradations);
        require(NAME.matcher(name).matches(), "name", name, "1 to 64 letters, digits, dots, dashes or underscores");
        requireLine("description", description);
        requireLine("valueRange", valueRange);
        require(
                tileContext >= NetworkConfig.MULTIPLE
                        && tileContext <= MAX_CONTEXT
                        && tileContext % NetworkConfig.MULTIPLE == 0,
                "tileContext",
                tileContext,
                "a multiple of " + NetworkConfig.MULTIPLE + " up to " + MAX_CONTEXT);
        require(
                tileOverlap >= 0 && tileOverlap <= tileContext / 2,
                "tileOverlap",
                tileOverlap,
                "from 0 to half of tileContext");
        for (String degradation : degradations) requireLine("degradations", degradation);
    }

    /** The same for another network. */
    ModelInfo withNetwork(NetworkConfig network) {
        return new ModelInfo(name, description, network, valueRange, tileContext, tileOverlap, degradations);
    }

    private static void requireLine(String key, String text) {
        boolean line = !text.isBlank() && text.length() <= 200 && text.chars().noneMatch(Character::isISOControl);
        require(line, key, "'" + text + "'", "one line of 1 to 200 characters");
    }

    private static void require(boolean holds, String key, Object actual, String expected) {
        if (!holds)
            throw new IllegalArgumentException("Model: " + key + " is " + actual + ", but must be " + expected + ".");
    }
}
