package io.github.ndrfiji.command;

import ij.ImagePlus;
import io.github.ndrfiji.Progress;
import io.github.ndrfiji.command.ImagePlusMapper.RestoredAndMapped;
import io.github.ndrfiji.imagej.Selection;
import io.github.ndrfiji.maps.MapChoice;
import io.github.ndrfiji.maps.MapKind;
import io.github.ndrfiji.restore.RestoreOptions;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Restores an image with a model. */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "NDR Restore"), @Menu(label = "Restore...", weight = 1)},
        headless = true,
        description = "Restores an image or stack, whatever degraded it, into a new one of the same type.")
public class RestoreCommand extends ModelCommand implements Previewable {

    private static final String NO_MAPS = "none";

    @Parameter(
            label = "Only inside the selection",
            persist = false,
            description = "Restore the pixels inside the selection; those outside stay as they are.")
    private boolean roi;

    @Parameter(
            label = "Preview",
            persist = false,
            description = "Show what it would make of the part of the plane that is selected or seen.")
    private boolean preview;

    @Parameter(
            label = "Degradation maps",
            persist = false,
            choices = {NO_MAPS, "affinities", "dominant", "entropy", "change"},
            description =
                    "Also show, as a second image, what was recognised where: affinities (the share of every learned"
                            + " degradation), dominant (the number of the largest), entropy (of the shares, in bits), or change (how"
                            + " much was changed, in the image's own units).")
    private String maps = NO_MAPS;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus restored;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus mapped;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("UnusedVariable") // SciJava reads it
    private ImagePlus legend;

    private final RestorePreview previews = new RestorePreview();

    @Override
    String doing() {
        return "Restoring " + titleOf(image());
    }

    @Override
    void work(Progress progress) throws IOException {
        previews.closeAndWait();
        RestoreOptions options = options();
        if (roi) options = options.withRegion(Selection.of(image()));
        if (maps.equals(NO_MAPS)) {
            try (ImagePlusRestorer restorer = open(told(device(), progress), options)) {
                restored = restorer.restore(image(), progress);
            }
        } else {
            MapChoice choice = MapChoice.of(MapKind.parse(maps));
            try (ImagePlusMapper mapper = ImagePlusMapper.open(model(), told(device(), progress), options, choice)) {
                RestoredAndMapped result = mapper.restore(image(), progress);
                restored = result.restored();
                mapped = result.mapped().maps();
                legend = result.mapped().legend().orElse(null);
            }
        }
    }

    /** Called whenever the user changes something in the dialog. */
    @Override
    public void preview() {
        if (preview && image() != null) previews.show(image(), roi, () -> open(device(), options()));
        else previews.close();
    }

    /** Called when the user leaves the dialog by Cancel. */
    @Override
    public void cancel() {
        previews.close();
    }

    private ImagePlusRestorer open(String device, RestoreOptions options) throws IOException {
        return ImagePlusRestorer.open(model(), device, options);
    }
}
