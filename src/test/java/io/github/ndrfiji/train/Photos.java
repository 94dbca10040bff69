package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.model.Sha256;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Images of one channel with edges, soft slopes and, if wanted, fine texture everywhere, drawn from the image's number. */
record Photos(String name, int count, int size, double texture) implements ImageSet {

    @Override
    public List<String> names() {
        return IntStream.range(0, count).mapToObj(i -> "photo-" + i).toList();
    }

    @Override
    public Patch read(int index) {
        Patch photo = new Scenes(name, count, 1, size).read(index);
        SplittableRandom random = new SplittableRandom(1000 + index);
        double period = random.nextDouble(20, 60);
        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++) {
                double slope = 0.15 * Math.sin((x + 0.5 * y) / period);
                float value = photo.values()[y * size + x];
                photo.values()[y * size + x] = (float) (0.2 + 0.6 * value + slope + texture * random.nextGaussian());
            }
        return photo;
    }

    @Override
    public String sha256() {
        return Sha256.of(toString());
    }
}
