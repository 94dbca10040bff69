package io.github.ndrfiji.report;

import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.ModelInfo;
import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.network.NetworkConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a model came about, as tables: enough to train it again. */
record OriginTables(ModelBundle model) {

    List<Element> sections() {
        return List.of(
                ReportPage.section("Data", data()),
                ReportPage.section("Settings", settings()),
                ReportPage.section("Network", network()),
                ReportPage.section("Time and versions", circumstances()));
    }

    private Element data() {
        Table table = new Table("Source", "#Images", "#Weight", "SHA-256");
        for (Provenance.DataSource source : model.provenance().data())
            table.row(source.name(), Numbers.count(source.files()), Numbers.rounded(source.weight()), source.sha256());
        return table.element();
    }

    private Element settings() {
        Provenance provenance = model.provenance();
        Map<String, String> settings = new LinkedHashMap<>(provenance.settings());
        settings.put("order", provenance.order().toString());
        settings.put("seed", Long.toString(provenance.seed()));
        Table table = new Table("Setting", "Value");
        settings.forEach(table::row);
        return table.element();
    }

    private Element network() {
        ModelInfo info = model.info();
        NetworkConfig network = info.network();
        Table table = new Table("Property", "Value");
        table.row("channels of the image", Integer.toString(network.channels()));
        table.row("scale", network.scale() == 1 ? "1 (same size)" : network.scale() + " (doubles the sides)");
        table.row("channels of the features", Integer.toString(network.dim()));
        table.row(
                "blocks, from the first level to the bottleneck",
                network.blocks().toString());
        table.row("attention heads", network.heads().toString());
        table.row("refining blocks", Integer.toString(network.refine()));
        table.row("learned degradations", network.n() + ", each of length " + network.m());
        table.row("value range", info.valueRange());
        table.row("tiles", info.tileContext() + " pixels, overlapping by " + info.tileOverlap());
        return table.element();
    }

    private Element circumstances() {
        Provenance provenance = model.provenance();
        Provenance.Versions versions = provenance.versions();
        Table table = new Table("What", "Value");
        table.row("started", Numbers.time(provenance.started()));
        table.row("finished", Numbers.time(provenance.finished()));
        table.row("from start to end", Summary.duration(provenance));
        table.row("NDR-Restore for Fiji", versions.ndr());
        table.row("DJL", versions.djl());
        table.row("libtorch", versions.libtorch());
        table.row("Java", versions.java());
        return table.element();
    }
}
