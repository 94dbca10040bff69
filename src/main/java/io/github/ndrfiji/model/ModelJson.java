package io.github.ndrfiji.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ndrfiji.network.NetworkConfig;
import java.util.List;
import java.util.Map;

/** The text of {@code model.json}. Its keys are a promise: see the fixture of every format version. */
record ModelJson(ModelInfo info, String weightsSha256) {

    static final int FORMAT_VERSION = 1;

    static ModelJson parse(String text, Place place) throws ModelFormatException {
        JsonValue root = JsonValue.parse(text, place);
        checkVersion(root, place);
        Map<String, JsonValue> keys = root.object(
                "formatVersion",
                "name",
                "description",
                "network",
                "valueRange",
                "tileContext",
                "tileOverlap",
                "degradations",
                "weightsSha256");
        try {
            ModelInfo info = new ModelInfo(
                    keys.get("name").text(),
                    keys.get("description").text(),
                    network(keys.get("network")),
                    keys.get("valueRange").text(),
                    keys.get("tileContext").integer(),
                    keys.get("tileOverlap").integer(),
                    keys.get("degradations").list(JsonValue::text));
            return new ModelJson(info, keys.get("weightsSha256").text());
        } catch (IllegalArgumentException e) {
            throw place.wrong("a value out of bounds (" + e.getMessage() + ")", "values within their bounds");
        }
    }

    private static void checkVersion(JsonValue root, Place place) throws ModelFormatException {
        JsonValue version = root.map(value -> value).get("formatVersion");
        if (version == null) throw root.wrong("no key 'formatVersion'", "one");
        if (version.integer() != FORMAT_VERSION)
            throw place.wrong(
                    "format version " + version.integer(),
                    "version " + FORMAT_VERSION,
                    "update NDR-Restore to a version that knows this format");
    }

    private static NetworkConfig network(JsonValue value) throws ModelFormatException {
        Map<String, JsonValue> keys =
                value.object("channels", "dim", "blocks", "heads", "refine", "expansion", "m", "n", "k", "scale");
        return new NetworkConfig(
                keys.get("channels").integer(),
                keys.get("dim").integer(),
                keys.get("blocks").list(JsonValue::integer),
                keys.get("heads").list(JsonValue::integer),
                keys.get("refine").integer(),
                keys.get("expansion").number(),
                keys.get("m").integer(),
                keys.get("n").integer(),
                keys.get("k").integer(),
                keys.get("scale").integer());
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("formatVersion", FORMAT_VERSION);
        json.addProperty("name", info.name());
        json.addProperty("description", info.description());
        json.add("network", network(info.network()));
        json.addProperty("valueRange", info.valueRange());
        json.addProperty("tileContext", info.tileContext());
        json.addProperty("tileOverlap", info.tileOverlap());
        JsonArray degradations = new JsonArray();
        info.degradations().forEach(degradations::add);
        json.add("degradations", degradations);
        json.addProperty("weightsSha256", weightsSha256);
        return json;
    }

    private static JsonObject network(NetworkConfig config) {
        JsonObject json = new JsonObject();
        json.addProperty("channels", config.channels());
        json.addProperty("dim", config.dim());
        json.add("blocks", integers(config.blocks()));
        json.add("heads", integers(config.heads()));
        json.addProperty("refine", config.refine());
        json.addProperty("expansion", config.expansion());
        json.addProperty("m", config.m());
        json.addProperty("n", config.n());
        json.addProperty("k", config.k());
        json.addProperty("scale", config.scale());
        return json;
    }

    private static JsonArray integers(List<Integer> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
