package io.github.ndrfiji.command;

import io.github.ndrfiji.report.Axis;
import io.github.ndrfiji.report.RunCurves;
import io.github.ndrfiji.report.Series;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

/** The losses of both networks; on a logarithmic axis once they span more than a factor of ten. */
final class LossChart {

    private static final double LEAST_RANGE = 0.001;

    private final DefaultXYDataset data = new DefaultXYDataset();
    private final XYLineAndShapeRenderer lines = ChartLook.line(false, ChartLook.FIRST, ChartLook.SECOND);
    private final XYPlot plot = ChartLook.plot();
    private final ChartPanel panel = ChartLook.panel("Losses", plot);

    LossChart() {
        plot.setDataset(data);
        plot.setRenderer(lines);
        plot.setRangeAxis(linear());
        ChartLook.setMeasured(plot, false);
    }

    ChartPanel panel() {
        return panel;
    }

    void show(RunCurves curves) {
        List<Series> losses = curves.losses();
        Axis axis = Axis.ofLosses(losses);
        plot.setRangeAxis(axis.logarithmic() ? logarithmic(axis) : linear());
        for (Series loss : losses)
            if (!loss.isEmpty()) data.addSeries(loss.name(), new double[][] {loss.x(), loss.y()});
        lines.setDefaultShapesVisible(data.getSeriesCount() > 0 && data.getItemCount(0) == 1); // not yet a line
        ChartLook.setMeasured(plot, data.getSeriesCount() > 0);
    }

    private static ValueAxis linear() {
        NumberAxis axis = new NumberAxis("loss");
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(LEAST_RANGE);
        return ChartLook.styled(axis, ChartLook.text());
    }

    private static ValueAxis logarithmic(Axis like) {
        LogAxis axis = new RoundLogAxis("loss", like.ticks());
        axis.setRange(like.low(), like.high());
        return ChartLook.styled(axis, ChartLook.text());
    }

    /** A logarithmic axis with round numbers rather than powers of ten. */
    private static final class RoundLogAxis extends LogAxis {

        private final transient List<Axis.Tick> ticks;

        RoundLogAxis(String label, List<Axis.Tick> ticks) {
            super(label);
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return ticks.stream()
                    .filter(tick -> getRange().contains(tick.value()))
                    .map(tick -> new NumberTick(
                            tick.value(), tick.label(), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0))
                    .toList();
        }
    }
}
