package io.github.ndrfiji.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Curves over the steps of a run, as a figure with an SVG drawing and a legend. Its colours are those of the page's style
 * sheet, by the classes {@code series-0}, {@code series-1} and so on.
 *
 * @param title what it shows
 * @param unit what stands at its upright axis
 * @param axis the upright axis, on which all values lie
 * @param steps the other axis
 * @param series the curves; empty ones are not drawn
 * @param best the step that is marked
 */
record Chart(String title, String unit, Axis axis, Axis steps, List<Series> series, Optional<Long> best) {

    /** Colours that the style sheet has. */
    static final int COLOURS = 7;

    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;
    private static final int LEFT = 66;
    private static final int RIGHT = 34;
    private static final int TOP = 26;
    private static final int BOTTOM = 48;
    private static final int DOTS_UP_TO = 60;

    Chart {
        series = series.stream().filter(curve -> !curve.isEmpty()).toList();
    }

    Element figure() {
        Element figure = Element.of("figure", Element.of("figcaption", title)).with("class", "chart");
        if (series.isEmpty()) return figure.add(Element.of("p", "Nothing was measured."));
        figure.add(drawing());
        if (series.size() > 1) figure.add(legend());
        return figure;
    }

    private Element legend() {
        Element legend = Element.of("ul").with("class", "legend");
        for (int i = 0; i < series.size(); i++)
            legend.add(Element.of("li", key(i), series.get(i).name()));
        return legend;
    }

    private static Element key(int i) {
        Element line =
                Element.of("line").with("x1", 0).with("y1", 5).with("x2", 26).with("y2", 5);
        return Element.of("svg", line.with("class", "curve " + colour(i)))
                .with("viewBox", "0 0 26 10")
                .with("class", "key")
                .with("aria-hidden", "true");
    }

    private static String colour(int i) {
        return "series-" + i % COLOURS;
    }

    private Element drawing() {
        Element svg = Element.of("svg")
                .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .with("role", "img")
                .with("aria-label", title);
        for (Axis.Tick tick : axis.ticks()) {
            double y = y(tick.value());
            svg.add(line(LEFT, y, WIDTH - RIGHT, y, "grid"), text(LEFT - 8, y + 4, "end", tick.label()));
        }
        for (Axis.Tick tick : steps.ticks()) {
            double x = x(tick.value());
            svg.add(line(x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5, "axis"));
            svg.add(text(x, HEIGHT - BOTTOM + 19, "middle", tick.label()));
        }
        svg.add(line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "axis"));
        svg.add(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", "steps"));
        svg.add(text(0, 0, "middle", unit)
                .with("transform", "translate(14 " + (TOP + HEIGHT - BOTTOM) / 2 + ") rotate(-90)"));
        best.ifPresent(step -> svg.addAll(mark(step)));
        for (int i = 0; i < series.size(); i++) svg.addAll(curve(series.get(i), colour(i)));
        return svg;
    }

    private List<Element> mark(long step) {
        double x = x(step);
        String anchor = steps.at(step) > 0.5 ? "end" : "start";
        double shift = steps.at(step) > 0.5 ? 4 : -4;
        return List.of(
                line(x, TOP, x, HEIGHT - BOTTOM, "best"),
                text(x + shift, TOP - 9, anchor, "best: step " + Numbers.count(step))
                        .with("class", "best-label"));
    }

    private List<Element> curve(Series curve, String colour) {
        List<Element> elements = new ArrayList<>();
        StringBuilder points = new StringBuilder();
        boolean dots = curve.x().length <= DOTS_UP_TO;
        for (int i = 0; i < curve.x().length; i++) {
            String x = pixel(x(curve.x()[i]));
            String y = pixel(y(curve.y()[i]));
            points.append(i == 0 ? "" : " ").append(x).append(',').append(y);
            if (dots) elements.add(dot(x, y, colour, label(curve, i)));
        }
        elements.add(0, Element.of("polyline").with("points", points).with("class", "curve " + colour));
        return elements;
    }

    /** What a reader sees who points at it. */
    private static String label(Series curve, int i) {
        return curve.name() + ", step " + Numbers.count(Math.round(curve.x()[i])) + ": "
                + Numbers.rounded(curve.y()[i]);
    }

    private static Element dot(String x, String y, String colour, String label) {
        return Element.of("circle", Element.of("title", label))
                .with("cx", x)
                .with("cy", y)
                .with("r", 3)
                .with("class", "dot " + colour);
    }

    private static Element line(double x1, double y1, double x2, double y2, String style) {
        return Element.of("line")
                .with("x1", pixel(x1))
                .with("y1", pixel(y1))
                .with("x2", pixel(x2))
                .with("y2", pixel(y2))
                .with("class", style);
    }

    private static Element text(double x, double y, String anchor, String text) {
        return Element.of("text", text).with("x", pixel(x)).with("y", pixel(y)).with("text-anchor", anchor);
    }

    private double x(double step) {
        return LEFT + steps.at(step) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - axis.at(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String pixel(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
