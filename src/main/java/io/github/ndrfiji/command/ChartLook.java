package io.github.ndrfiji.command;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import javax.swing.UIManager;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/** How curves are drawn in a window: in the colours of its look, and in two that nearly everybody can tell apart. */
final class ChartLook {

    static final Color FIRST = new Color(0x0072b2);
    static final Color SECOND = new Color(0xd55e00);

    private static final Stroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHES =
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 3}, 0);
    private static final Stroke DOTS =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);
    private static final Shape DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);

    private ChartLook() {}

    static ChartPanel panel(String title, XYPlot plot) {
        JFreeChart chart = new JFreeChart(title, font(Font.BOLD), plot, true);
        chart.setBackgroundPaint(background());
        chart.getTitle().setPaint(text());
        chart.getLegend().setBackgroundPaint(background());
        chart.getLegend().setItemPaint(text());
        chart.getLegend().setItemFont(font(Font.PLAIN));
        chart.getLegend().setFrame(BlockBorder.NONE);
        ChartPanel panel = new ChartPanel(chart);
        panel.setMinimumDrawWidth(200);
        panel.setMinimumDrawHeight(120);
        panel.setMaximumDrawWidth(4000);
        panel.setMaximumDrawHeight(4000);
        return panel;
    }

    static XYPlot plot() {
        XYPlot plot = new XYPlot();
        plot.setBackgroundPaint(colour("TextField.background", Color.WHITE));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(new Color(0x808080));
        plot.setRangeGridlineStroke(new BasicStroke(0.3f));
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainAxis(styled(steps(), text()));
        return plot;
    }

    private static NumberAxis steps() {
        NumberAxis steps = new NumberAxis("steps");
        steps.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        steps.setLowerMargin(0);
        return steps;
    }

    static <A extends ValueAxis> A styled(A axis, Color colour) {
        axis.setLabelFont(font(Font.PLAIN));
        axis.setTickLabelFont(font(Font.PLAIN));
        axis.setLabelPaint(colour);
        axis.setTickLabelPaint(text());
        return axis;
    }

    /** A line, dashed for the second of two. */
    static XYLineAndShapeRenderer line(boolean dots, Color... colours) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, dots);
        for (int i = 0; i < colours.length; i++) {
            renderer.setSeriesPaint(i, colours[i]);
            renderer.setSeriesStroke(i, colours[i].equals(SECOND) ? DASHES : LINE);
            renderer.setSeriesShape(i, DOT);
        }
        return renderer;
    }

    /** Hides the numbers of axes that stand for nothing yet. */
    static void setMeasured(XYPlot plot, boolean measured) {
        plot.setRangeGridlinesVisible(measured);
        plot.getDomainAxis().setTickLabelsVisible(measured);
        for (int i = 0; i < plot.getRangeAxisCount(); i++) plot.getRangeAxis(i).setTickLabelsVisible(measured);
    }

    static ValueMarker mark(double step) {
        ValueMarker marker = new ValueMarker(step, text(), DOTS);
        marker.setLabelFont(font(Font.PLAIN));
        marker.setLabelPaint(text());
        return marker;
    }

    static Color text() {
        return colour("Label.foreground", Color.BLACK);
    }

    private static Color background() {
        return colour("Panel.background", Color.WHITE);
    }

    private static Color colour(String name, Color otherwise) {
        Color colour = UIManager.getColor(name);
        return colour == null ? otherwise : new Color(colour.getRGB());
    }

    private static Font font(int style) {
        Font font = UIManager.getFont("Label.font");
        return (font == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 12) : font).deriveFont(style);
    }
}
