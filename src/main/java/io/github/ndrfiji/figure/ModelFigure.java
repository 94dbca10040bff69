package io.github.ndrfiji.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A figure like Fig. 5 of the paper: the dictionary, the affinities to the learned degradations, and what is recognised in
 * an image. Column n of the dictionary stands above column n of the affinities.
 *
 * @param title what it shows
 * @param finding what the image suffers from, or why that is not known
 * @param dictionary of the model
 * @param level which level the affinities are of, in words
 * @param fingerprints the affinities of known degradations; may be none
 * @param image the affinities of the image
 * @param colours of the learned degradations, N of them, as in the pictures
 * @param pictures at least one, of the image and what is recognised in it
 * @param legend of the second picture
 * @param caption what must be known to read the figure
 */
public record ModelFigure(
        String title,
        String finding,
        Dictionary dictionary,
        String level,
        List<Row> fingerprints,
        Row image,
        List<Color> colours,
        List<Picture> pictures,
        List<Key> legend,
        String caption) {

    /** Width in pixels. */
    public static final int WIDTH = 1600;

    /** Pixels of the larger side of a picture; those that are larger or smaller are drawn in this size. */
    public static final int PICTURE = 400;

    private static final int MARGIN = 40;
    private static final int INNER = WIDTH - 2 * MARGIN;
    private static final int SPACE = 28;
    private static final int SMALL = 8;
    private static final int LONGEST_LABEL = 330;
    private static final int DICTIONARY_HEIGHT = 256;
    private static final int ROW = 24;
    private static final int SWATCH = 12;
    private static final int BAR = 160;
    private static final int BAR_HEIGHT = 14;
    private static final int LEGEND = 240;
    private static final int KEYS = 15;

    /** Affinities to each learned degradation. */
    public record Row(String label, List<Double> shares) {
        public Row {
            shares = List.copyOf(shares);
        }

        private double[] values() {
            return shares.stream().mapToDouble(x -> x).toArray();
        }
    }

    /** A picture with a heading. */
    public record Picture(String title, BufferedImage image) {}

    /** A colour, and what it stands for. */
    public record Key(Color colour, String text) {}

    public ModelFigure {
        fingerprints = List.copyOf(fingerprints);
        colours = List.copyOf(colours);
        pictures = List.copyOf(pictures);
        legend = List.copyOf(legend);
        int learned = dictionary.n();
        if (colours.size() != learned
                || Stream.concat(fingerprints.stream(), Stream.of(image))
                        .anyMatch(row -> row.shares().size() != learned))
            throw new IllegalArgumentException("The dictionary has " + learned
                    + " learned degradations; there must be as many colours, and affinities in every row.");
    }

    /** Draws it: {@link #WIDTH} pixels wide, and as high as needed. */
    public BufferedImage draw() {
        return page().image();
    }

    /** The page that it fills. */
    Page page() {
        int height = put(new Page(WIDTH, 1)); // nothing is seen, but all is measured
        Page page = new Page(WIDTH, height);
        put(page);
        return page;
    }

    /** @return the height that is needed */
    private int put(Page page) {
        int y = MARGIN;
        page.text(page.fitting(title, Page.TITLE, INNER), Page.TITLE, MARGIN, y);
        y += page.lineHeight(Page.TITLE);
        y += page.paragraph(finding, Page.TEXT, MARGIN, y, INNER) + SPACE;
        int left = MARGIN + labelWidth(page) + SMALL;
        y = putDictionary(page, left, y) + SPACE;
        y = putAffinities(page, left, y) + SPACE;
        y = putPictures(page, y) + SPACE;
        return y + page.paragraph(caption, Page.TEXT, MARGIN, y, INNER) + MARGIN;
    }

    private int labelWidth(Page page) {
        int widest = Stream.concat(fingerprints.stream(), Stream.of(image))
                .mapToInt(row -> page.width(row.label(), Page.STRONG_LABEL))
                .max()
                .orElseThrow();
        return Math.min(widest, LONGEST_LABEL);
    }

    private int putDictionary(Page page, int left, int top) {
        List<double[]> rows = Arrays.asList(dictionary.matrix().getData());
        double largest = rows.stream()
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        ColourScale scale = ColourScale.around0(largest);
        int y = putHeading(
                page,
                "Dictionary D: " + colours.size() + " learned degradations, one a column of " + rows.size()
                        + " numbers",
                scale,
                top);
        int width = MARGIN + INNER - left;
        int rowHeight = Math.max(1, DICTIONARY_HEIGHT / rows.size());
        y += putHeatMap(page, HeatMap.of(rows, scale, width, rowHeight, 0), left, y) + SMALL / 2;
        return putNumbers(page, left, y, width);
    }

    /** The numbers of the columns below their colours; every second, fifth, ... where they are narrow. */
    private int putNumbers(Page page, int left, int top, int width) {
        int columns = colours.size();
        for (int n = 0; n < columns; n++) {
            int x = HeatMap.edge(n, columns, width);
            page.box(colours.get(n), left + x, top, HeatMap.edge(n + 1, columns, width) - x, SWATCH);
        }
        double least = page.width(columns + " ", Page.LABEL) * (double) columns / width;
        int step = IntStream.iterate(1, decade -> decade * 10)
                .flatMap(decade -> IntStream.of(decade, 2 * decade, 5 * decade))
                .filter(candidate -> candidate >= least)
                .findFirst()
                .orElseThrow();
        int y = top + SWATCH + 2;
        for (int n = step; n <= columns; n += step) {
            String number = String.valueOf(n);
            int middle = left + (HeatMap.edge(n - 1, columns, width) + HeatMap.edge(n, columns, width)) / 2;
            page.text(number, Page.LABEL, middle - page.width(number, Page.LABEL) / 2, y);
        }
        return y + page.lineHeight(Page.LABEL);
    }

    private int putAffinities(Page page, int left, int top) {
        DoubleSummaryStatistics range = Stream.concat(fingerprints.stream(), Stream.of(image))
                .flatMap(row -> row.shares().stream())
                .mapToDouble(x -> x)
                .summaryStatistics();
        ColourScale scale = ColourScale.ofAmounts(range.getMin(), range.getMax());
        int y = putHeading(page, "Mean affinities S to them (" + level + ")", scale, top);
        if (!fingerprints.isEmpty()) y = putRows(page, fingerprints, Page.LABEL, scale, left, y) + SMALL;
        return putRows(page, List.of(image), Page.STRONG_LABEL, scale, left, y);
    }

    private int putRows(Page page, List<Row> rows, Font font, ColourScale scale, int left, int top) {
        int room = left - MARGIN - SMALL;
        for (int i = 0; i < rows.size(); i++) {
            String label = page.fitting(rows.get(i).label(), font, room);
            int x = left - SMALL - page.width(label, font);
            page.text(label, font, x, top + i * ROW + (ROW - page.lineHeight(font)) / 2);
        }
        List<double[]> values = rows.stream().map(Row::values).toList();
        return top + putHeatMap(page, HeatMap.of(values, scale, MARGIN + INNER - left, ROW, 2), left, top);
    }

    private static int putHeatMap(Page page, BufferedImage map, int x, int y) {
        page.picture(map, x, y, map.getWidth(), map.getHeight());
        return map.getHeight();
    }

    /** A heading, and at its right what the colours of the scale stand for. */
    private static int putHeading(Page page, String heading, ColourScale scale, int y) {
        String low = number(scale.low());
        String high = number(scale.high());
        int barWidth = page.width(low, Page.LABEL) + page.width(high, Page.LABEL) + 2 * SMALL + BAR;
        int x = MARGIN + INNER - barWidth;
        page.text(page.fitting(heading, Page.HEADING, INNER - barWidth - SPACE), Page.HEADING, MARGIN, y);
        page.text(low, Page.LABEL, x, y);
        x += page.width(low, Page.LABEL) + SMALL;
        double[] steps = IntStream.range(0, BAR)
                .mapToDouble(i -> scale.low() + (scale.high() - scale.low()) * i / (BAR - 1))
                .toArray();
        putHeatMap(
                page,
                HeatMap.of(List.of(steps), scale, BAR, BAR_HEIGHT, 0),
                x,
                y + (page.lineHeight(Page.LABEL) - BAR_HEIGHT) / 2);
        page.text(high, Page.LABEL, x + BAR + SMALL, y);
        return y + page.lineHeight(Page.HEADING) + SMALL;
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.2g", value);
    }

    private int putPictures(Page page, int top) {
        int y = top + page.lineHeight(Page.HEADING) + SMALL;
        int bottom = y;
        int x = MARGIN;
        int gap = (INNER - LEGEND - pictures.size() * PICTURE) / pictures.size();
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            page.text(page.fitting(picture.title(), Page.HEADING, PICTURE), Page.HEADING, x, top);
            BufferedImage image = picture.image();
            double factor = (double) PICTURE / Math.max(image.getWidth(), image.getHeight());
            int width = Math.max(1, (int) Math.round(factor * image.getWidth()));
            int height = Math.max(1, (int) Math.round(factor * image.getHeight()));
            page.picture(image, x, y, width, height);
            bottom = Math.max(bottom, y + height);
            x += PICTURE + gap;
            if (i == 1) {
                bottom = Math.max(bottom, putLegend(page, x, y));
                x += LEGEND + gap;
            }
        }
        return bottom;
    }

    private int putLegend(Page page, int x, int top) {
        List<Key> keys = new ArrayList<>(legend.subList(0, Math.min(KEYS, legend.size())));
        if (legend.size() > KEYS) keys.add(new Key(Color.WHITE, "and " + (legend.size() - KEYS) + " others"));
        int y = top;
        for (Key key : keys) {
            page.box(key.colour(), x, y + 3, ROW - 6, ROW - 6);
            page.text(page.fitting(key.text(), Page.LABEL, LEGEND - ROW - SMALL), Page.LABEL, x + ROW, y);
            y += ROW;
        }
        return y;
    }
}
