package io.github.ndrfiji.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the kept weights were measured at, as tables with explanations. */
record MetricTables(Metrics metrics, int learnedDegradations) {

    List<Element> sections() {
        List<Element> sections = new ArrayList<>();
        if (!metrics.kinds().isEmpty()) sections.add(ReportPage.section("By kind of degradation", kinds()));
        if (!levels().isEmpty())
            sections.add(ReportPage.section("The learned degradations", explanation(), levelTable()));
        if (!metrics.others().isEmpty()) sections.add(ReportPage.section("Other measurements", others()));
        return sections;
    }

    private Element kinds() {
        Table table = new Table("Kind", "#PSNR before", "#PSNR after", "#Gain", "#SSIM before", "#SSIM after");
        metrics.kinds()
                .forEach((name, kind) -> table.row(
                        name,
                        decibel(kind.psnrBefore()),
                        decibel(kind.psnr()),
                        Double.isNaN(kind.gain())
                                ? Numbers.fixed(kind.gain(), 2)
                                : Numbers.signed(kind.gain(), 2) + " dB",
                        Numbers.fixed(kind.ssimBefore(), 3),
                        Numbers.fixed(kind.ssim(), 3)));
        return table.element();
    }

    private static String decibel(double value) {
        return Double.isFinite(value) ? Numbers.fixed(value, 2) + " dB" : Numbers.fixed(value, 2);
    }

    private Element explanation() {
        return Element.of(
                        "p",
                        "At each of its three levels, from fine to coarse, the network describes every pixel by "
                                + learnedDegradations
                                + " learned degradations. The perplexity says how many of these "
                                + learnedDegradations
                                + " are in use: 1 means that a level treats all images alike, "
                                + learnedDegradations
                                + " that it uses every one equally. “Told apart” is the share of held-out crops whose"
                                + " kind that level's mean affinities alone give away: far above chance means that"
                                + " different kinds are represented differently.")
                .with("class", "explanation");
    }

    private SortedSet<Integer> levels() {
        SortedSet<Integer> levels = new TreeSet<>(metrics.perplexity().keySet());
        levels.addAll(metrics.toldApart().keySet());
        return levels;
    }

    private Element levelTable() {
        Table table = new Table("Level", "#In use", "#Told apart");
        for (int level : levels()) {
            double perplexity = metrics.perplexity().getOrDefault(level, Double.NaN);
            double told = metrics.toldApart().getOrDefault(level, Double.NaN);
            table.row(
                    Integer.toString(level),
                    Numbers.fixed(perplexity, 1) + (Double.isNaN(perplexity) ? "" : " of " + learnedDegradations),
                    Numbers.fixed(told, 0) + (Double.isNaN(told) ? "" : " %"));
        }
        return table.element();
    }

    private Element others() {
        Table table = new Table("Measure", "#Value");
        metrics.others()
                .forEach((name, value) -> table.row(
                        name, Numbers.rounded(value) + (name.equals("waiting for data") ? " % of the time" : "")));
        return table.element();
    }
}
