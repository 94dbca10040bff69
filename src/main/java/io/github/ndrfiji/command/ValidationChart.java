package io.github.ndrfiji.command;

import io.github.ndrfiji.report.RunCurves;
import io.github.ndrfiji.report.Series;
import java.awt.Color;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;

/** PSNR and SSIM of the validations, each on an axis of its own, and where they were best. */
final class ValidationChart {

    private static final double LEAST_PSNR = 1;
    private static final double LEAST_SSIM = 0.05;

    private final DefaultXYDataset psnr = new DefaultXYDataset();
    private final DefaultXYDataset ssim = new DefaultXYDataset();
    private final XYPlot plot = ChartLook.plot();
    private final ChartPanel panel = ChartLook.panel("Validation on held-out images", plot);

    ValidationChart() {
        put(0, psnr, "PSNR (dB)", ChartLook.FIRST, LEAST_PSNR);
        put(1, ssim, "SSIM", ChartLook.SECOND, LEAST_SSIM);
        ChartLook.setMeasured(plot, false);
    }

    private void put(int index, DefaultXYDataset data, String label, Color colour, double leastRange) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(leastRange); // of one point, too, which has none
        plot.setDataset(index, data);
        plot.setRenderer(index, ChartLook.line(true, colour));
        plot.setRangeAxis(index, ChartLook.styled(axis, colour));
        plot.mapDatasetToRangeAxis(index, index);
    }

    ChartPanel panel() {
        return panel;
    }

    void show(RunCurves curves) {
        fill(psnr, curves.psnr());
        fill(ssim, curves.ssim());
        ChartLook.setMeasured(plot, psnr.getSeriesCount() > 0);
        plot.clearDomainMarkers();
        curves.best().ifPresent(best -> plot.addDomainMarker(ChartLook.mark(best.step())));
    }

    private static void fill(DefaultXYDataset data, Series series) {
        if (!series.isEmpty()) data.addSeries(series.name(), new double[][] {series.x(), series.y()});
    }
}
