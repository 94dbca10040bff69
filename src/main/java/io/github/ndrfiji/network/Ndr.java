package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.Device;
import io.github.ndrfiji.tensor.Parameter;
import io.github.ndrfiji.tensor.Parameter.Start;
import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.ParameterVector;
import io.github.ndrfiji.tensor.Tensor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * NDR-Restore, NDR-Degrad and the dictionary of learned degradations that they share, with their parameters on a device.
 *
 * <p>Owns native memory: close it. Several threads may restore with it at the same time; while it learns, or its numbers
 * change, it is to be used by one thread.
 */
public final class Ndr implements AutoCloseable {

    private final NetworkConfig config;
    private final Restore restore;
    private final Degrad degrad;
    private final Parameter dictionary;
    private final ParameterVector dictionaryVector;
    private final ParameterVector encoderVector;
    private final ParameterVector decoderVector;
    private final ParameterVector degradVector;

    private Ndr(NetworkConfig config, boolean withDegrad, Vectors vectors) {
        this.config = config;
        ParameterList dictionaryList = ParameterList.named("dictionary");
        // At unit scale the affinities would start one-hot, and the dictionary would collapse.
        dictionary = dictionaryList.add(Start.normal(1 / Math.sqrt(config.m())), config.m(), config.n());
        ParameterList restoreList = ParameterList.named("restore");
        restore = new Restore(config, restoreList);
        ParameterList degradList = ParameterList.named("degrad");
        degrad = withDegrad ? new Degrad(config, degradList) : null;
        dictionaryVector = vectors.make(dictionaryList.all());
        encoderVector = vectors.make(Restore.encoderOf(restoreList.all()));
        decoderVector = vectors.make(Restore.decoderOf(restoreList.all()));
        degradVector = withDegrad ? vectors.make(degradList.all()) : null;
    }

    /** Puts parameters on the device. */
    @FunctionalInterface
    private interface Vectors {
        ParameterVector make(List<Parameter> parameters);
    }

    /** Both networks with the numbers that training begins with. */
    public static Ndr random(NetworkConfig config, Device device, RandomGenerator random) {
        return new Ndr(config, true, parameters -> ParameterVector.random(device, parameters, random));
    }

    /**
     * The networks with given numbers; NDR-Degrad is there if its parameters are.
     *
     * @param weights every parameter by its name, in row-major order
     * @throws IllegalArgumentException if one is missing, left over, or not of its length
     */
    public static Ndr of(NetworkConfig config, Device device, Map<String, float[]> weights) {
        boolean withDegrad = weights.keySet().stream().anyMatch(name -> name.startsWith("degrad."));
        checkFit(config, withDegrad, weights);
        return new Ndr(
                config, withDegrad, parameters -> ParameterVector.of(device, parameters, flat(parameters, weights)));
    }

    /**
     * The same networks for a second thread: their numbers are those of this one, now and after every step, but gradients
     * arrive apart. Owns nothing but those gradients; close it.
     */
    public Ndr twin() {
        Iterator<ParameterVector> originals = vectors().iterator();
        return new Ndr(config, hasDegrad(), parameters -> originals.next().twin(parameters));
    }

    /** Before anything is put on the device. */
    private static void checkFit(NetworkConfig config, boolean withDegrad, Map<String, float[]> weights) {
        Set<String> left = new LinkedHashSet<>(weights.keySet());
        parameterShapes(config).forEach((name, shape) -> {
            if (name.startsWith("degrad.") && !withDegrad) return;
            left.remove(name);
            long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            float[] values = weights.get(name);
            if (values == null || values.length != size)
                throw new IllegalArgumentException("The parameter " + name + " needs " + size + " numbers, but "
                        + (values == null ? "is missing." : values.length + " are given."));
        });
        if (!left.isEmpty()) throw new IllegalArgumentException("The network has no parameters named " + left + ".");
    }

    /** The numbers of the parameters one after another. */
    private static float[] flat(List<Parameter> parameters, Map<String, float[]> weights) {
        float[] flat = new float[parameters.stream().mapToInt(Parameter::size).sum()];
        int at = 0;
        for (Parameter parameter : parameters) {
            System.arraycopy(weights.get(parameter.name()), 0, flat, at, parameter.size());
            at += parameter.size();
        }
        return flat;
    }

    /** The shape of every parameter by its name: the dictionary, then {@code restore.*}, then {@code degrad.*}. */
    public static Map<String, long[]> parameterShapes(NetworkConfig config) {
        ParameterList list = ParameterList.named("restore");
        new Restore(config, list);
        ParameterList degradList = ParameterList.named("degrad");
        new Degrad(config, degradList);
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("dictionary", new long[] {config.m(), config.n()});
        Stream.concat(list.all().stream(), degradList.all().stream()).forEach(p -> shapes.put(p.name(), p.shape()));
        return shapes;
    }

    public NetworkConfig config() {
        return config;
    }

    /** The learned degradations, (M, N), one a column. */
    public Tensor dictionary() {
        return dictionary.value();
    }

    public Restore restore() {
        return restore;
    }

    /** Whether NDR-Degrad is there; some models hold NDR-Restore alone. */
    public boolean hasDegrad() {
        return degrad != null;
    }

    /**
     * NDR-Degrad.
     *
     * @throws IllegalStateException if this model holds NDR-Restore alone
     */
    public Degrad degrad() {
        if (degrad == null)
            throw new IllegalStateException(
                    "This model holds NDR-Restore alone and cannot degrade; use one with NDR-Degrad.");
        return degrad;
    }

    /** NDR-Restore of a batch, see {@link Restore#forward}. */
    public Restoration restore(Tensor x) {
        return restore.forward(x, dictionary());
    }

    /** The affinities that NDR-Restore finds in a batch, see {@link Restore#affinities}. */
    public List<Tensor> affinities(Tensor x) {
        return restore.affinities(x, dictionary());
    }

    public ParameterVector dictionaryVector() {
        return dictionaryVector;
    }

    /** NDR-Restore's embedding and encoder: what makes the features. */
    public ParameterVector encoderVector() {
        return encoderVector;
    }

    /** The rest of NDR-Restore, the degradation queries included: what makes something of the features. */
    public ParameterVector decoderVector() {
        return decoderVector;
    }

    public ParameterVector degradVector() {
        degrad();
        return degradVector;
    }

    /** The vectors that are there: the dictionary's, those of NDR-Restore's encoder and decoder, NDR-Degrad's. */
    public List<ParameterVector> vectors() {
        return Stream.of(dictionaryVector, encoderVector, decoderVector, degradVector)
                .filter(vector -> vector != null)
                .toList();
    }

    /** A copy of every parameter by its name, in row-major order. */
    public Map<String, float[]> weights() {
        return named(ParameterVector::values);
    }

    /** A copy of every parameter's gradient by its name. */
    public Map<String, float[]> gradients() {
        return named(ParameterVector::gradient);
    }

    private Map<String, float[]> named(Function<ParameterVector, float[]> numbers) {
        Map<String, float[]> named = new LinkedHashMap<>();
        for (ParameterVector vector : vectors()) {
            float[] flat = numbers.apply(vector);
            int at = 0;
            for (Parameter parameter : vector.parameters()) {
                float[] values = new float[parameter.size()];
                System.arraycopy(flat, at, values, 0, values.length);
                named.put(parameter.name(), values);
                at += values.length;
            }
        }
        return named;
    }

    @Override
    public void close() {
        vectors().forEach(ParameterVector::close);
    }
}
