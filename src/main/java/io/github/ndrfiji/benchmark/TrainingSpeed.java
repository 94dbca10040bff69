package io.github.ndrfiji.benchmark;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.degrade.DegradationChain;
import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.train.Beginning;
import io.github.ndrfiji.train.Mixture;
import io.github.ndrfiji.train.Source;
import io.github.ndrfiji.train.TrainSettings;
import io.github.ndrfiji.train.TrainingPreset;
import io.github.ndrfiji.train.TrialSteps;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Measures training steps of networks as large as a model's, with the default settings.
 *
 * @param bundle remains as it is
 */
record TrainingSpeed(ModelBundle bundle, Device device) {

    /** Makes a few steps with fresh networks, several times. */
    Measurement measure(int runs, Progress progress) throws IOException {
        TrainSettings settings = Beginning.with(bundle).settings(TrainingPreset.COFFEE.steps());
        Mixture mixture = new Mixture(List.of(new Mixture.Part(source(settings), 1)));
        Runs done;
        try (Scope scope = Scope.on(device)) {
            done = Runs.of(
                    runs, part -> TrialSteps.of(mixture, settings, device, part).seconds(), progress);
        }
        return new Measurement(
                device.toString(),
                bundle.info().name(),
                Work.TRAIN,
                settings.batch() + " patches of " + RestoringSpeed.size(settings.crop()),
                done.times(),
                OptionalDouble.of(settings.batch() / done.times().median()),
                device.isGpu() ? OptionalLong.empty() : done.memory());
    }

    private static Source source(TrainSettings settings) {
        int scale = settings.network().scale();
        Cells cells = new Cells(settings.network().channels(), settings.crop() * scale, 2);
        return Source.synthetic(cells, DegradationChain.parse(scale == 1 ? "noise:25" : "downsample:2"), scale, 0);
    }
}
