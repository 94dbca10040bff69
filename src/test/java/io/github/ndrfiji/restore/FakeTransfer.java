package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.image.Tiling;
import java.util.ArrayList;
import java.util.List;

/** Networks for tests, which add the degraded tile to the clean one; remembers both. */
record FakeTransfer(int channels, int scale, List<Patch> clean, List<Patch> degraded) implements TransferNetwork {

    static FakeTransfer of(int channels) {
        return new FakeTransfer(channels, 1, new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public String model() {
        return "fake";
    }

    @Override
    public String device() {
        return "none";
    }

    @Override
    public Tiling tiling() {
        return FakeNetwork.SMALL;
    }

    @Override
    public List<Patch> transfer(List<Patch> clean, List<Patch> degraded) {
        this.clean.addAll(clean);
        this.degraded.addAll(degraded);
        List<Patch> sums = new ArrayList<>();
        for (int i = 0; i < clean.size(); i++) sums.add(sum(clean.get(i), degraded.get(i)));
        return sums;
    }

    private static Patch sum(Patch a, Patch b) {
        Patch sum = Patch.zeros(a.channels(), a.height(), a.width());
        for (int i = 0; i < sum.values().length; i++) sum.values()[i] = a.values()[i] + b.values()[i];
        return sum;
    }
}
