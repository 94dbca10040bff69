package io.github.ndrfiji.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * Sources from which each pair is drawn with a probability in proportion to its weight.
 *
 * @param parts at least one
 */
public record Mixture(List<Part> parts) {

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    /**
     * One source.
     *
     * @param weight above 0
     */
    public record Part(Source source, double weight) {
        public Part {
            if (!(weight > 0 && Double.isFinite(weight)))
                throw new IllegalArgumentException(
                        "The weight of " + source.kind() + " is " + weight + "; it must be above 0.");
        }
    }

    public Mixture {
        parts = List.copyOf(parts);
        if (parts.isEmpty())
            throw new IllegalArgumentException("There is nothing to learn from; give at least one source of images.");
        for (Part part : parts)
            for (ImageSet images : part.source().images())
                if (images.names().isEmpty())
                    throw new IllegalArgumentException(
                            "'" + images.name() + "' holds no image; give a folder with images.");
    }

    /** What degrades the images, each kind once. */
    public List<String> kinds() {
        return parts.stream().map(part -> part.source.kind()).distinct().toList();
    }

    /**
     * A generator that depends on these two numbers alone: there is no state to save, a run goes on from its step's
     * number.
     */
    static RandomGenerator random(long seed, long number) {
        return RANDOM.create(seed * 0x9E3779B97F4A7C15L + number);
    }

    /** The batch of one step. */
    Batch batch(TrainSettings settings, long step) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < settings.batch(); i++) {
            RandomGenerator random = random(settings.seed(), step * settings.batch() + i);
            Pair pair = draw(settings, random);
            boolean patchwork = random.nextDouble() < settings.patchwork();
            pairs.add(patchwork ? Patchwork.of(pair, draw(settings, random), random) : pair);
        }
        return new Batch(pairs);
    }

    private Pair draw(TrainSettings settings, RandomGenerator random) throws IOException {
        return pick(random).draw(settings.crop(), random);
    }

    private Source pick(RandomGenerator random) {
        double at =
                random.nextDouble() * parts.stream().mapToDouble(Part::weight).sum();
        for (Part part : parts) {
            at -= part.weight;
            if (at < 0) return part.source;
        }
        return parts.get(parts.size() - 1).source;
    }

    /**
     * The same sources, but every kind is drawn equally often, as the paper has it by resampling: the
     * weights of each kind are scaled to the sum 1.
     */
    public Mixture balanced() {
        Map<String, Double> sums = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> part.source.kind(), Collectors.summingDouble(part -> part.weight)));
        return new Mixture(parts.stream()
                .map(part -> new Part(part.source, part.weight / sums.get(part.source.kind())))
                .toList());
    }

    /** The same mixture on the images that are held out for validation, or on the others. */
    Mixture part(int every, boolean heldOut) {
        return new Mixture(parts.stream()
                .map(part -> new Part(part.source.part(every, heldOut), part.weight))
                .filter(part -> part.source.images().stream()
                        .noneMatch(images -> images.names().isEmpty()))
                .toList());
    }
}
