package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Tiling;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.NdrModel;
import io.github.ndrfiji.network.NetworkConfig;
import io.github.ndrfiji.tensor.Images;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;

/** Restores tiles with a model. The model is not closed with it. */
public final class ModelTiles implements TileNetwork {

    private final NdrModel model;

    public ModelTiles(NdrModel model) {
        this.model = model;
    }

    @Override
    public String model() {
        return model.info().name();
    }

    @Override
    public String device() {
        return model.device().toString();
    }

    @Override
    public int channels() {
        return model.info().network().channels();
    }

    @Override
    public int scale() {
        return model.info().network().scale();
    }

    @Override
    public Tiling tiling() {
        ModelInfo info = model.info();
        return new Tiling(info.tileContext(), info.tileOverlap(), NetworkConfig.MULTIPLE);
    }

    @Override
    public List<RestoredTile> restore(List<Patch> tiles) {
        Patch first = tiles.get(0);
        try (Scope scope = Scope.on(model.device())) {
            Tensor x = Images.batch(
                    tiles.stream().map(Patch::values).toList(), first.channels(), first.height(), first.width());
            Tensor y = model.networks().restore(x).image();
            return Images.split(y).stream()
                    .map(values -> new RestoredTile(new Patch(values, first.channels(), y.size(1), y.size(2))))
                    .toList();
        }
    }
}
