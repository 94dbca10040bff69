package io.github.ndrfiji.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.github.ndrfiji.model.FloatArray;
import io.github.ndrfiji.model.NamedArrays;
import io.github.ndrfiji.tensor.Adam;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint holds beside the model and the arrays. Draws depend on the step's number alone, so the number is also
 * the cursor in the data and the state of every random generator.
 *
 * @param plan fingerprint of the plan that the run follows
 * @param step steps done
 * @param started when the run began, ISO 8601
 * @param optimiserSteps steps that each optimiser made
 * @param findings of the check before the run
 * @param curves of the run so far
 * @param recent losses since the last point of the curves
 */
record RunState(
        String plan,
        long step,
        String started,
        List<Long> optimiserSteps,
        List<Finding> findings,
        Curves curves,
        MeanLosses recent) {

    /** NDR-Degrad's loss is NaN where it is not learned. */
    private static final Gson GSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().create();

    static RunState fresh(String plan, List<Finding> findings) {
        return new RunState(plan, 0, Instant.now().toString(), List.of(), findings, Curves.NONE, MeanLosses.NONE);
    }

    /** @throws IOException if the text is not one of {@link #toJson} */
    static RunState parse(String json) throws IOException {
        try {
            RunState state = GSON.fromJson(json, RunState.class);
            if (state == null
                    || state.plan == null
                    || state.step < 0
                    || state.optimiserSteps.contains(null)
                    || state.findings.contains(null)
                    || state.curves == null
                    || state.recent == null) throw new IllegalArgumentException("A value is missing.");
            Instant.parse(state.started);
            return state;
        } catch (JsonParseException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            throw new IOException(
                    "The checkpoint's state was not written by this version of the program; train from the start.", e);
        }
    }

    /** The moments of the optimisers as named arrays. */
    static Map<String, FloatArray> arrays(List<Adam.State> optimisers) {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < optimisers.size(); i++) {
            put(arrays, "optimiser." + i + ".mean", optimisers.get(i).means());
            put(arrays, "optimiser." + i + ".variance", optimisers.get(i).variances());
        }
        return arrays;
    }

    private static void put(Map<String, FloatArray> arrays, String name, List<float[]> vectors) {
        for (int i = 0; i < vectors.size(); i++) arrays.put(name + "." + i, flat(vectors.get(i)));
    }

    private static FloatArray flat(float[] values) {
        return new FloatArray(new long[] {values.length}, values);
    }

    /** Inverse of {@link #arrays}, with the steps of this state. */
    List<Adam.State> optimisers(NamedArrays arrays) {
        List<Adam.State> states = new ArrayList<>();
        for (int i = 0; i < optimiserSteps.size(); i++) {
            List<float[]> means = vectors(arrays, "optimiser." + i + ".mean");
            List<float[]> variances = vectors(arrays, "optimiser." + i + ".variance");
            states.add(new Adam.State(means, variances, optimiserSteps.get(i)));
        }
        return states;
    }

    private static List<float[]> vectors(NamedArrays arrays, String name) {
        List<float[]> vectors = new ArrayList<>();
        while (arrays.byName().containsKey(name + "." + vectors.size()))
            vectors.add(arrays.get(name + "." + vectors.size()).values());
        return vectors;
    }

    /** Adds weights under their names with a prefix. */
    static void put(Map<String, FloatArray> arrays, String prefix, Map<String, float[]> weights) {
        weights.forEach((name, values) -> arrays.put(prefix + name, flat(values)));
    }

    /** Inverse of {@link #put}. */
    static Map<String, float[]> weights(NamedArrays arrays, String prefix) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        arrays.byName().forEach((name, array) -> {
            if (name.startsWith(prefix)) weights.put(name.substring(prefix.length()), array.values());
        });
        return weights;
    }

    String toJson() {
        return GSON.toJson(this);
    }
}
