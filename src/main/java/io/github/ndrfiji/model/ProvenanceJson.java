package io.github.ndrfiji.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ndrfiji.model.Provenance.DataSource;
import io.github.ndrfiji.model.Provenance.Versions;
import java.util.Map;

/** The text of {@code provenance.json}. */
final class ProvenanceJson {

    private ProvenanceJson() {}

    static Provenance parse(String text, Place place) throws ModelFormatException {
        Map<String, JsonValue> keys = JsonValue.parse(text, place)
                .object("order", "seed", "steps", "started", "finished", "settings", "data", "versions", "metrics");
        try {
            return new Provenance(
                    keys.get("order").oneOf(TrainingOrder.class),
                    keys.get("seed").wholeNumber(),
                    keys.get("steps").wholeNumber(),
                    keys.get("started").instant(),
                    keys.get("finished").instant(),
                    keys.get("settings").map(JsonValue::text),
                    keys.get("data").list(ProvenanceJson::dataSource),
                    versions(keys.get("versions")),
                    keys.get("metrics").map(JsonValue::number));
        } catch (IllegalArgumentException e) {
            throw place.wrong("a value out of bounds (" + e.getMessage() + ")", "values within their bounds");
        }
    }

    private static DataSource dataSource(JsonValue value) throws ModelFormatException {
        Map<String, JsonValue> keys = value.object("name", "files", "sha256", "weight");
        return new DataSource(
                keys.get("name").text(),
                keys.get("files").wholeNumber(),
                keys.get("sha256").text(),
                keys.get("weight").number());
    }

    private static Versions versions(JsonValue value) throws ModelFormatException {
        Map<String, JsonValue> keys = value.object("ndr", "djl", "libtorch", "java");
        return new Versions(
                keys.get("ndr").text(),
                keys.get("djl").text(),
                keys.get("libtorch").text(),
                keys.get("java").text());
    }

    static JsonObject toJson(Provenance provenance) {
        JsonObject json = new JsonObject();
        json.addProperty("order", provenance.order().name());
        json.addProperty("seed", provenance.seed());
        json.addProperty("steps", provenance.steps());
        json.addProperty("started", provenance.started().toString());
        json.addProperty("finished", provenance.finished().toString());
        JsonObject settings = new JsonObject();
        provenance.settings().forEach(settings::addProperty);
        json.add("settings", settings);
        JsonArray data = new JsonArray();
        provenance.data().forEach(source -> data.add(toJson(source)));
        json.add("data", data);
        json.add("versions", toJson(provenance.versions()));
        JsonObject metrics = new JsonObject();
        provenance.metrics().forEach(metrics::addProperty);
        json.add("metrics", metrics);
        return json;
    }

    private static JsonObject toJson(DataSource source) {
        JsonObject json = new JsonObject();
        json.addProperty("name", source.name());
        json.addProperty("files", source.files());
        json.addProperty("sha256", source.sha256());
        json.addProperty("weight", source.weight());
        return json;
    }

    private static JsonObject toJson(Versions versions) {
        JsonObject json = new JsonObject();
        json.addProperty("ndr", versions.ndr());
        json.addProperty("djl", versions.djl());
        json.addProperty("libtorch", versions.libtorch());
        json.addProperty("java", versions.java());
        return json;
    }
}
