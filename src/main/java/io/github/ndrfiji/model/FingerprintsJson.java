package io.github.ndrfiji.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** The text of {@code fingerprints.json}. */
final class FingerprintsJson {

    private FingerprintsJson() {}

    static List<Fingerprint> parse(String text, Place place) throws ModelFormatException {
        JsonValue root = JsonValue.parse(text, place);
        try {
            return root.object("fingerprints").get("fingerprints").list(FingerprintsJson::fingerprint);
        } catch (IllegalArgumentException e) {
            throw place.wrong("a value out of bounds (" + e.getMessage() + ")", "values within their bounds");
        }
    }

    private static Fingerprint fingerprint(JsonValue value) throws ModelFormatException {
        Map<String, JsonValue> keys = value.object("degradation", "patches", "levels");
        return new Fingerprint(
                keys.get("degradation").text(),
                Math.toIntExact(keys.get("patches").wholeNumber()),
                keys.get("levels").list(FingerprintsJson::level));
    }

    private static Fingerprint.Level level(JsonValue value) throws ModelFormatException {
        Map<String, JsonValue> keys = value.object("mean", "deviation");
        return new Fingerprint.Level(
                keys.get("mean").list(JsonValue::number), keys.get("deviation").list(JsonValue::number));
    }

    static JsonObject toJson(List<Fingerprint> fingerprints) {
        JsonArray list = new JsonArray();
        for (Fingerprint fingerprint : fingerprints) {
            JsonObject json = new JsonObject();
            json.addProperty("degradation", fingerprint.degradation());
            json.addProperty("patches", fingerprint.patches());
            JsonArray levels = new JsonArray();
            for (Fingerprint.Level level : fingerprint.levels()) {
                JsonObject one = new JsonObject();
                one.add("mean", numbers(level.mean()));
                one.add("deviation", numbers(level.deviation()));
                levels.add(one);
            }
            json.add("levels", levels);
            list.add(json);
        }
        JsonObject root = new JsonObject();
        root.add("fingerprints", list);
        return root;
    }

    private static JsonArray numbers(List<Double> numbers) {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        return array;
    }
}
