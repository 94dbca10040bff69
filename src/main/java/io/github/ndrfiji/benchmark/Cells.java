package io.github.ndrfiji.benchmark;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.model.Sha256;
import io.github.ndrfiji.train.ImageSet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Square images like cells in fluorescence, round spots on a dim ground, drawn from the image's number.
 *
 * @param channels all equal
 * @param side in pixels
 * @param count how many images
 */
record Cells(int channels, int side, int count) implements ImageSet {

    private static final float GROUND = 0.1f;
    private static final int PIXELS_PER_SPOT = 1024;
    private static final double SMALLEST = 2;
    private static final double LARGEST = 8;
    private static final double REACH = 3;

    @Override
    public String name() {
        return "cells";
    }

    @Override
    public List<String> names() {
        return IntStream.range(0, count).mapToObj(i -> "cells-" + i).toList();
    }

    @Override
    public Patch read(int index) {
        SplittableRandom random = new SplittableRandom(index);
        Patch patch = Patch.zeros(1, side, side);
        Arrays.fill(patch.values(), GROUND);
        for (int spot = 0; spot <= (long) side * side / PIXELS_PER_SPOT; spot++) addSpot(patch, random);
        return patch.repeated(channels);
    }

    private void addSpot(Patch patch, SplittableRandom random) {
        double centreX = random.nextDouble(side);
        double centreY = random.nextDouble(side);
        double radius = random.nextDouble(SMALLEST, LARGEST);
        double brightness = random.nextDouble(0.1, 0.6);
        int reach = (int) Math.ceil(REACH * radius);
        for (int y = Math.max(0, (int) centreY - reach); y < Math.min(side, centreY + reach); y++)
            for (int x = Math.max(0, (int) centreX - reach); x < Math.min(side, centreX + reach); x++) {
                double distance = Math.hypot(x - centreX, y - centreY) / radius;
                patch.values()[y * side + x] += (float) (brightness * Math.exp(-distance * distance / 2));
            }
    }

    @Override
    public String sha256() {
        return Sha256.of(toString());
    }
}
