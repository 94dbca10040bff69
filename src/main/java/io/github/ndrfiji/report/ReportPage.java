package io.github.ndrfiji.report;

import io.github.ndrfiji.model.Provenance;
import io.github.ndrfiji.train.Curves;
import io.github.ndrfiji.train.Finding;
import io.github.ndrfiji.train.TrainingResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page of a report, from its summary to the list of data. */
final class ReportPage {

    private static final String CAUTION =
            "A network may invent structures that are not in the sample. Do not count, measure or diagnose by a restored"
                    + " image alone.";

    private final TrainingResult result;
    private final RunCurves curves;
    private final Metrics metrics;

    ReportPage(TrainingResult result) {
        this.result = result;
        this.curves = new RunCurves(result.curves());
        this.metrics = Metrics.of(
                result.model().provenance().metrics().isEmpty()
                        ? curves.best().map(Curves.Score::metrics).orElseGet(Map::of)
                        : result.model().provenance().metrics());
    }

    String html(Path losses, Path validations) {
        String title = "Training of " + result.model().info().name();
        Element head = Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Element.of("title", title),
                Element.of("style", style()));
        Element body = Element.of("main", header(title))
                .addAll(findings())
                .add(section("How it went", charts(), numbers(losses, validations)))
                .addAll(examples())
                .addAll(new MetricTables(
                                metrics, result.model().info().network().n())
                        .sections())
                .addAll(new OriginTables(result.model()).sections());
        Element html = Element.of("html", head, Element.of("body", body))
                .with("lang", "en")
                .with("xmlns", "http://www.w3.org/1999/xhtml");
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    static Element section(String title, Element... content) {
        return Element.of("section", Element.of("h2", title)).add((Object[]) content);
    }

    private Element header(String title) {
        Element header = Element.of("header", Element.of("h1", title));
        header.add(Element.of("p", result.model().info().description()).with("class", "description"));
        header.add(highlights());
        header.add(Element.of("p", new Summary(result, metrics, curves.best()).text()));
        return header.add(Element.of("p", Element.of("strong", "Caution. "), CAUTION)
                .with("class", "caution")
                .with("role", "note"));
    }

    private Element highlights() {
        Element list = Element.of("dl").with("class", "highlights");
        curves.best().ifPresent(best -> {
            list.add(highlight("PSNR at the best step", Numbers.fixed(best.psnr(), 2) + " dB"));
            metrics.gain()
                    .ifPresent(gain -> list.add(highlight("gain over the input", Numbers.signed(gain, 2) + " dB")));
            list.add(highlight("SSIM at the best step", Numbers.fixed(best.ssim(), 3)));
        });
        Provenance provenance = result.model().provenance();
        list.add(highlight("steps", Numbers.count(provenance.steps())));
        return list.add(highlight("duration", Summary.duration(provenance)));
    }

    private static Element highlight(String name, String value) {
        return Element.of("div", Element.of("dt", name), Element.of("dd", value));
    }

    private List<Element> findings() {
        if (result.findings().isEmpty()) return List.of();
        Element list = Element.of("ul").with("class", "findings");
        for (Finding finding : result.findings()) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            list.add(Element.of("li", Element.of("b", severity).with("class", "badge " + severity), finding.message()));
        }
        return List.of(section("What the check before the training found", list));
    }

    private Element charts() {
        Optional<Long> best = curves.best().map(Curves.Score::step);
        Axis steps = Axis.ofSteps(curves.lastStep());
        List<Series> losses = curves.losses();
        List<Series> psnr = List.of(curves.psnr());
        List<Series> ssim = List.of(curves.ssim());
        Element charts = Element.of("div").with("class", "charts");
        charts.add(new Chart("Losses of both networks", "loss", Axis.ofLosses(losses), steps, losses, best).figure());
        charts.add(new Chart("PSNR on held-out images", "dB", Axis.around(psnr), steps, psnr, best).figure());
        charts.add(new Chart("SSIM on held-out images", "SSIM", Axis.around(ssim), steps, ssim, best).figure());
        List<Series> kinds = curves.psnrByKind();
        if (kinds.size() > 1)
            charts.add(new Chart("PSNR by kind of degradation", "dB", Axis.around(kinds), steps, shown(kinds), best)
                    .figure());
        return charts;
    }

    /** As many as there are colours; the table below has all. */
    private static List<Series> shown(List<Series> kinds) {
        return kinds.subList(0, Math.min(kinds.size(), Chart.COLOURS));
    }

    private static Element numbers(Path losses, Path validations) {
        return Element.of(
                        "p",
                        "The loss is the mean absolute difference from the image that a network shall make, in units of"
                                + " the value range. PSNR and SSIM compare restored crops of images that were held out"
                                + " with their targets: higher is better. The weights of the best step are kept. All"
                                + " numbers stand in ",
                        link(losses),
                        " and ",
                        link(validations),
                        ".")
                .with("class", "explanation");
    }

    private static Element link(Path file) {
        String name = file.getFileName().toString();
        return Element.of("a", name)
                .with("href", URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private List<Element> examples() {
        if (result.examples().isEmpty()) return List.of();
        List<Element> content = new ArrayList<>();
        content.add(Element.of(
                        "p",
                        "Crops of held-out images, chosen for their structure, with their PSNR. The pictures of a row"
                                + " share one display range. What counts is how close “Restored” comes to “Target”."
                                + " “Target degraded again” is what NDR-Degrad, a helper of the training, makes of the"
                                + " target: haze, stripes and blur return there, but noise does not, because its grain"
                                + " cannot be predicted. If it is smooth beside a noisy input, the training did not"
                                + " fail.")
                .with("class", "explanation"));
        result.examples().forEach(example -> content.add(ExampleRow.of(ExamplePictures.of(example))));
        return List.of(section("Examples", content.toArray(new Element[0])));
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet of the report cannot be read from the program.", e);
        }
    }
}
