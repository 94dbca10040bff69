package io.github.ndrfiji.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ndrfiji.fingerprint.Fingerprint;
import io.github.ndrfiji.fingerprint.Fingerprints;
import io.github.ndrfiji.fingerprint.MeanAffinities;
import java.util.List;
import java.util.Map;

/** The text of {@code fingerprints.json}. */
final class FingerprintsJson {

    private FingerprintsJson() {}

    static Fingerprints parse(String text, Place place) throws ModelFormatException {
        JsonValue root = JsonValue.parse(text, place);
        try {
            Map<String, JsonValue> keys = root.object("fingerprints", "covariance", "temperature", "farthest");
            return new Fingerprints(
                    keys.get("fingerprints").list(FingerprintsJson::fingerprint),
                    keys.get("covariance").list(JsonValue::number),
                    keys.get("temperature").number(),
                    keys.get("farthest").number());
        } catch (IllegalArgumentException e) {
            throw place.wrong("a value out of bounds (" + e.getMessage() + ")", "values within their bounds");
        }
    }

    private static Fingerprint fingerprint(JsonValue value) throws ModelFormatException {
        Map<String, JsonValue> keys = value.object("degradation", "strength", "patches", "mean", "deviation", "centre");
        return new Fingerprint(
                keys.get("degradation").text(),
                keys.get("strength").text(),
                keys.get("patches").integer(),
                new MeanAffinities(keys.get("mean").list(FingerprintsJson::numbers)),
                keys.get("deviation").list(FingerprintsJson::numbers),
                numbers(keys.get("centre")));
    }

    private static List<Double> numbers(JsonValue value) throws ModelFormatException {
        return value.list(JsonValue::number);
    }

    static JsonObject toJson(Fingerprints fingerprints) {
        JsonArray list = new JsonArray();
        for (Fingerprint fingerprint : fingerprints.all()) {
            JsonObject json = new JsonObject();
            json.addProperty("degradation", fingerprint.degradation());
            json.addProperty("strength", fingerprint.strength());
            json.addProperty("patches", fingerprint.patches());
            json.add("mean", lists(fingerprint.mean().levels()));
            json.add("deviation", lists(fingerprint.deviation()));
            json.add("centre", numbers(fingerprint.centre()));
            list.add(json);
        }
        JsonObject root = new JsonObject();
        root.add("fingerprints", list);
        root.add("covariance", numbers(fingerprints.covariance()));
        root.addProperty("temperature", fingerprints.temperature());
        root.addProperty("farthest", fingerprints.farthest());
        return root;
    }

    private static JsonArray lists(List<List<Double>> lists) {
        JsonArray array = new JsonArray();
        lists.forEach(list -> array.add(numbers(list)));
        return array;
    }

    private static JsonArray numbers(List<Double> numbers) {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        return array;
    }
}
