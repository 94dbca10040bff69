package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.model.Sha256;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Images to learn from that need no files: overlapping rectangles, drawn from the image's number. */
record Scenes(String name, int count, int channels, int size) implements ImageSet {

    @Override
    public List<String> names() {
        return IntStream.range(0, count).mapToObj(i -> "scene-" + i).toList();
    }

    @Override
    public Patch read(int index) {
        SplittableRandom random = new SplittableRandom(index);
        Patch patch = Patch.zeros(channels, size, size);
        for (int shape = 0; shape < 12; shape++) {
            int x = random.nextInt(size - 4), y = random.nextInt(size - 4);
            int right = random.nextInt(x + 2, size), bottom = random.nextInt(y + 2, size);
            for (int c = 0; c < channels; c++) {
                float value = (float) random.nextDouble();
                for (int j = y; j < bottom; j++)
                    for (int i = x; i < right; i++) patch.values()[(c * size + j) * size + i] = value;
            }
        }
        return patch;
    }

    @Override
    public String sha256() {
        return Sha256.of(toString());
    }
}
