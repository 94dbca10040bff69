package io.github.ndrfiji.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ndrfiji.train.Curves;
import io.github.ndrfiji.train.Example;
import io.github.ndrfiji.train.Finding;
import io.github.ndrfiji.train.TrainingResult;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TrainingReportTest {

    private static final Curves CURVES = new Curves(
            Runs.losses(50),
            List.of(Runs.score(1000, 26, true), Runs.score(4000, 28, true), Runs.score(5000, 27, false)));

    @TempDir
    Path folder;

    private Document write(TrainingResult result) throws Exception {
        return parse(Files.readString(TrainingReport.write(result, folder.resolve("cells.ndr"))));
    }

    private static Document parse(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> all(Document page, String tag) {
        NodeList list = page.getElementsByTagName(tag);
        return IntStream.range(0, list.getLength())
                .mapToObj(i -> (Element) list.item(i))
                .toList();
    }

    private static List<Element> ofClass(Document page, String tag, String style) {
        return all(page, tag).stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(style))
                .toList();
    }

    private static List<String> texts(List<Element> elements) {
        return elements.stream().map(Element::getTextContent).toList();
    }

    /** Cells of the row that begins with that text. */
    private static List<String> row(Document page, String first) {
        return all(page, "tr").stream()
                .map(row -> texts(children(row)))
                .filter(cells -> cells.get(0).equals(first))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> children(Element parent) {
        NodeList list = parent.getChildNodes();
        return IntStream.range(0, list.getLength())
                .mapToObj(i -> (Element) list.item(i))
                .toList();
    }

    @Test
    void threeFilesAreWrittenBesideTheModelAndReplaceOlderOnes() throws Exception {
        write(Runs.result(Curves.NONE, List.of(), Map.of()));
        write(Runs.result(CURVES, List.of(), Runs.metrics()));

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("cells-losses.csv", "cells-report.html", "cells-validation.csv"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(51, Files.readAllLines(folder.resolve("cells-losses.csv")).size());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path model = folder.resolve("none").resolve("cells.ndr");
        TrainingResult result = Runs.result(CURVES, List.of(), Map.of());
        String message = assertThrows(IOException.class, () -> TrainingReport.write(result, model))
                .getMessage();
        assertTrue(message.contains("none' does not exist"), message);
    }

    @Test
    void itSaysInPlainWordsWhatWasLearned() throws Exception {
        String text = write(Runs.result(CURVES, List.of(), Runs.metrics()))
                .getDocumentElement()
                .getTextContent();

        assertTrue(
                text.contains(
                        "The model was trained on 80 of 81 pairs (short exposures and long exposures) to restore noise"
                                + " and haze, for 5,000 steps within 1 h 5 min. The other one was kept aside for the"
                                + " validation: cell 7.tif. These are few, so the numbers on this page are"
                                + " uncertain. At its best, after 4,000 steps, the restored crops of"
                                + " held-out images reached a PSNR of 28.00 dB and an SSIM of 0.700 on average, 3.63 dB closer to"
                                + " their targets than the input."), // (8.25 - 1) / 2
                text);
        assertTrue(text.contains("A network may invent structures that are not in the sample."), text);
    }

    @Test
    void itNamesTenOfTheImagesThatWereKeptAside() throws Exception {
        List<String> twelve =
                IntStream.rangeClosed(1, 12).mapToObj(i -> "c" + i).toList();
        String text = write(Runs.result(CURVES, List.of(), Map.of(), twelve))
                .getDocumentElement()
                .getTextContent();
        assertTrue(text.contains("The model was trained on 80 of 92 pairs"), text);
        assertTrue(
                text.contains("The other 12 were kept aside for the validation: c1, c2, c3, c4, c5, c6, c7, c8, c9, c10"
                        + " and 2 more. At its best"),
                text);
    }

    @Test
    void aModelThatMakesImagesWorseIsCalledThat() throws Exception {
        String text = write(Runs.result(CURVES, List.of(), Map.of("PSNR haze", 20.0, "PSNR haze before", 24.5)))
                .getDocumentElement()
                .getTextContent();
        assertTrue(text.contains("on average, 4.50 dB worse than the input itself."), text);
    }

    @Test
    void everyMeasurementIsInATable() throws Exception {
        Map<String, Double> metrics = Runs.metrics();
        metrics.put("a measure of tomorrow", 0.012345);
        Document page = write(Runs.result(CURVES, List.of(), metrics));

        assertEquals(List.of("noise", "20.00 dB", "28.25 dB", "+8.25 dB", "0.420", "0.810"), row(page, "noise"));
        assertEquals(List.of("haze", "26.00 dB", "25.00 dB", "−1.00 dB", "–", "–"), row(page, "haze"));
        assertEquals(List.of("1", "5.3 of 8", "88 %"), row(page, "1"));
        assertEquals(List.of("waiting for data", "3.20 % of the time"), row(page, "waiting for data"));
        assertEquals(List.of("a measure of tomorrow", "0.0123"), row(page, "a measure of tomorrow"));
    }

    @Test
    void dataSettingsAndVersionsAreListed() throws Exception {
        Document page = write(Runs.result(CURVES, List.of(), Map.of()));

        assertEquals(
                List.of("short exposures", "90", "2.00", "0123456789abcdef".repeat(4)), row(page, "short exposures"));
        assertEquals(List.of("order", "ALTERNATING"), row(page, "order"));
        assertEquals(List.of("seed", "7"), row(page, "seed"));
        for (String setting : List.of("order", "seed"))
            assertEquals(
                    1, texts(all(page, "th")).stream().filter(setting::equals).count(), setting + " stands once");
        assertEquals(List.of("batch", "4"), row(page, "batch"));
        assertEquals(List.of("started", "2026-03-01 10:00 UTC"), row(page, "started"));
        assertEquals(List.of("libtorch", "2.7.1"), row(page, "libtorch"));
    }

    @Test
    void whateverStandsInANameIsText() throws Exception {
        Finding finding = new Finding(Finding.Severity.WARNING, "<script>alert(1)</script> & \u0000 \ud800");
        Document page = write(Runs.with(Runs.result(CURVES, List.of(), Map.of("<i>", 1.0)), finding));

        assertEquals(List.of(), all(page, "script"));
        assertEquals(List.of(), all(page, "i"));
        assertEquals(
                "For <my> cells & yours",
                ofClass(page, "p", "description").get(0).getTextContent());
        assertEquals(List.of("source <b>", "\"quoted\" & 'so'"), row(page, "source <b>"));
        assertEquals(
                List.of("warning<script>alert(1)</script> & \ufffd \ufffd"),
                texts(children(ofClass(page, "ul", "findings").get(0))));
    }

    @Test
    void itNeedsNothingFromElsewhere() throws Exception {
        Document page = write(Runs.result(CURVES, List.of(Runs.example(3, 16, 16)), Runs.metrics()));

        for (String tag : List.of("script", "link", "iframe", "object")) assertEquals(List.of(), all(page, tag), tag);
        for (Element image : all(page, "img"))
            assertTrue(image.getAttribute("src").startsWith("data:image/png;base64,"));
        String style = all(page, "style").get(0).getTextContent();
        assertFalse(style.contains("url(") || style.contains("@import"), style);
        assertEquals(
                List.of("cells-losses.csv", "cells-validation.csv"),
                all(page, "a").stream().map(link -> link.getAttribute("href")).toList());
    }

    /** A style element's content is text to XML, where references are resolved, but raw to HTML, where they are not. */
    @Test
    void browsersAndXmlReadTheSameStyleSheet() throws Exception {
        Path file = TrainingReport.write(Runs.result(CURVES, List.of(), Map.of()), folder.resolve("cells.ndr"));
        String html = Files.readString(file);
        String raw = html.substring(html.indexOf("<style>") + "<style>".length(), html.indexOf("</style>"));
        assertEquals(all(parse(html), "style").get(0).getTextContent(), raw);
    }

    @Test
    void theCurvesAreDrawnWithTheBestStepMarked() throws Exception {
        Document page = write(Runs.result(CURVES, List.of(), Map.of()));

        // losses of two networks, PSNR, SSIM, PSNR of two kinds
        assertEquals(6, all(page, "polyline").size());
        assertEquals(
                "best: step 4,000", ofClass(page, "text", "best-label").get(0).getTextContent());
        assertEquals(4, ofClass(page, "line", "best").size());
        // x of the steps 1000, 4000, 5000 on an axis from 66 to 526; y of 26, 28, 27 dB on one from 252 up to 26
        assertEquals(
                "158.0,252.0 434.0,26.0 526.0,139.0",
                all(page, "polyline").get(2).getAttribute("points"));
        assertTrue(texts(all(page, "title")).contains("PSNR, step 4,000: 28.0"));
    }

    @Test
    void everyPointLiesInItsChart() throws Exception {
        List<Curves.Loss> losses = new ArrayList<>(Runs.losses(5000));
        losses.add(new Curves.Loss(500_100, Double.NaN, Double.POSITIVE_INFINITY, 1e-3));
        Document page = write(Runs.result(new Curves(losses, CURVES.scores()), List.of(), Map.of()));

        for (Element line : all(page, "polyline")) {
            String[] points = line.getAttribute("points").split(" ");
            assertTrue(points.length <= 1000, "points: " + points.length);
            for (String point : points) {
                String[] xy = point.split(",");
                assertTrue(Double.parseDouble(xy[0]) >= 66 && Double.parseDouble(xy[0]) <= 526, point);
                assertTrue(Double.parseDouble(xy[1]) >= 26 && Double.parseDouble(xy[1]) <= 252, point);
            }
        }
    }

    @Test
    void withoutNdrDegradThereIsOneLoss() throws Exception {
        Curves curves = new Curves(List.of(new Curves.Loss(100, 0.1, Double.NaN, 1e-3)), List.of());
        Document page = write(Runs.result(curves, List.of(), Map.of()));

        assertEquals(1, all(page, "polyline").size());
        assertEquals(List.of(), ofClass(page, "ul", "legend"));
        assertEquals(
                "step,loss NDR-Restore,loss NDR-Degrad,learning rate\n100,0.1,,0.001\n",
                Files.readString(folder.resolve("cells-losses.csv")));
    }

    @Test
    void aRunWithoutCurvesHasAPageToo() throws Exception {
        Document page = write(Runs.result(Curves.NONE, List.of(), Map.of()));

        assertEquals(
                3,
                texts(all(page, "p")).stream()
                        .filter("Nothing was measured."::equals)
                        .count());
        assertTrue(page.getDocumentElement().getTextContent().contains("It was not measured on held-out images."));
    }

    @Test
    void theExamplesAreShownWithTheirPsnr() throws Exception {
        Document page = write(Runs.result(CURVES, List.of(Runs.example(1, 16, 16)), Map.of()));

        // differences of 0.2 and 0.1: 10 log10(1 / 0.04) and 10 log10(1 / 0.01)
        assertEquals(
                List.of("Input 13.98 dB", "Restored 20.00 dB", "Target", "Target degraded again"),
                texts(all(page, "figcaption")).subList(4, 8));
        List<Integer> grays =
                all(page, "img").stream().map(TrainingReportTest::firstGray).toList();
        // black is the input's 0.5, white the target's 0.7
        assertEquals(List.of(0, 128, 255, 0), grays);
    }

    @Test
    void anInputOfHalfTheSizeAndAnExampleWithoutNdrDegradAreShown() throws Exception {
        Example whole = Runs.example(3, 8, 16);
        Example example = new Example("zoom", whole.degraded(), whole.restored(), whole.clean(), Optional.empty());
        Document page = write(Runs.result(CURVES, List.of(example), Map.of()));

        assertEquals(
                List.of("Input 8 × 8 pixels", "Restored 20.00 dB", "Target"),
                texts(all(page, "figcaption")).subList(4, 7));
    }

    private static int firstGray(Element image) {
        byte[] png = Base64.getDecoder().decode(image.getAttribute("src").split(",")[1]);
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            assertEquals(16, picture.getWidth());
            return picture.getRaster().getSample(0, 0, 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void validationsAreATableWithAColumnForAllThatWasEverMeasured() throws Exception {
        Curves curves = new Curves(
                List.of(),
                List.of(
                        new Curves.Score(10, 20, 0.5, Map.of("PSNR a, \"b\"", 20.0), true),
                        new Curves.Score(20, 19, Double.NaN, Map.of("new", 1.5), false)));
        Path page = TrainingReport.write(Runs.result(curves, List.of(), Map.of()), folder.resolve("c d.ndr"));

        assertEquals(
                "step,PSNR,SSIM,best so far,\"PSNR a, \"\"b\"\"\",new\n10,20.0,0.5,1,20.0,\n20,19.0,,0,,1.5\n",
                Files.readString(folder.resolve("c d-validation.csv"), StandardCharsets.UTF_8));
        assertEquals(
                "c%20d-losses.csv",
                all(parse(Files.readString(page)), "a").get(0).getAttribute("href"));
    }
}
