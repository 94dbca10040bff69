package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusMapper.Mapped;
import io.github.ndrfiji.maps.MapChoice;
import io.github.ndrfiji.maps.MapKind;
import io.github.ndrfiji.restore.AffinityLevel;
import java.io.IOException;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Maps which learned degradations a model recognises where. */
@Plugin(
        type = Command.class,
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "NDR Restore"),
            @Menu(label = "Degradation Maps...", weight = 1.5)
        },
        headless = true,
        description = "Maps which of the learned degradations a model recognises where in an image or stack.")
public class MapsCommand extends ModelCommand {

    @Parameter(
            label = "Layers",
            persist = false,
            choices = {"affinities", "top", "dominant", "entropy", "change"},
            description =
                    "What to show: affinities (the share of every learned degradation), top (of those with the largest"
                            + " mean shares), dominant (the number of the largest), entropy (of the shares, in bits), change (how"
                            + " much the restoration changes the image, in its own units).")
    private String layers = MapKind.AFFINITIES.toString();

    @Parameter(label = "Number of top layers", persist = false, min = "1", description = "How many layers top gives.")
    private int top = MapChoice.DEFAULT_TOP;

    @Parameter(
            label = "Level",
            persist = false,
            choices = {"mean", "1", "2", "3"},
            description = "The level of the network: 1 (the finest), 2, 3, or the mean of all.")
    private String level = AffinityLevel.MEAN.toString();

    @Parameter(
            label = "Output",
            persist = false,
            choices = {"hyperstack", "channels", "overlay"},
            description =
                    "As what to show it: hyperstack (the layers as channels of a 32-bit image), channels (behind those"
                            + " of the restored image, all as 32-bit), overlay (the dominant degradation as colours over the restored"
                            + " image, whatever layers are chosen).")
    private String output = MapForm.HYPERSTACK.toString();

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus mapped;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus legend;

    @Override
    String doing() {
        return "Mapping " + titleOf(image());
    }

    @Override
    void work(Progress progress) throws IOException {
        MapForm form = MapForm.parse(output);
        MapChoice choice = new MapChoice(List.of(MapKind.parse(layers)), top, AffinityLevel.parse(level));
        try (ImagePlusMapper mapper = ImagePlusMapper.open(model(), told(device(), progress), options(), choice)) {
            Mapped result = mapper.map(image(), form, progress);
            mapped = result.maps();
            legend = result.legend().orElse(null);
        }
    }
}
