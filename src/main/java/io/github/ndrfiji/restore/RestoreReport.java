package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.image.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How an image was restored, or degraded like another.
 *
 * @param model name of the model
 * @param device name of the device, or of those one after the other that did the work
 * @param concessions what had to be done otherwise for lack of memory, a sentence each; was logged at once
 * @param tiling size and overlap of the tiles
 * @param tiles number of tiles of the whole image that touch its region, those of constant planes included
 * @param ranges for each channel, the values that the network saw as 0 and 1
 * @param samples number of samples written
 * @param saturated how many of them were beyond what their type can hold, and became its smallest or largest value
 * @param nonFinite how many samples of the source were NaN or infinite; they are in the result as they were
 * @param seconds time that it took
 */
public record RestoreReport(
        String model,
        String device,
        List<String> concessions,
        Tiling tiling,
        long tiles,
        List<ValueRange> ranges,
        long samples,
        long saturated,
        long nonFinite,
        double seconds) {

    private static final double TOLERATED_SATURATION = 0.01;

    public RestoreReport {
        concessions = List.copyOf(concessions);
        ranges = List.copyOf(ranges);
    }

    /** What the user should know before trusting the result, a sentence each; empty if there is nothing. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (nonFinite > 0)
            warnings.add(nonFinite + " samples of the image are NaN or infinite; they were left as they are.");
        if (saturated > TOLERATED_SATURATION * samples)
            warnings.add(String.format(
                    Locale.ROOT,
                    "%d samples (%.1f %%) got values that the pixel type cannot hold and became its "
                            + "smallest or largest; convert the image to 32-bit first to keep them.",
                    saturated,
                    100.0 * saturated / samples));
        return warnings;
    }
}
