package io.github.ndrfiji.report;

import io.github.ndrfiji.train.Curves;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The curves of a run as tables, in full. */
final class CurveTables {

    private CurveTables() {}

    static Csv losses(Curves curves) {
        Csv table = new Csv();
        table.row(List.of("step", "loss NDR-Restore", "loss NDR-Degrad", "learning rate"));
        for (Curves.Loss loss : curves.losses())
            table.row(List.of(
                    Long.toString(loss.step()),
                    Csv.cell(loss.restore()),
                    Csv.cell(loss.degrad()),
                    Csv.cell(loss.rate())));
        return table;
    }

    /** A column for everything that any validation measured. */
    static Csv validations(Curves curves) {
        Set<String> names = new LinkedHashSet<>();
        for (Curves.Score score : curves.scores()) names.addAll(score.metrics().keySet());
        Csv table = new Csv();
        table.row(row(List.of("step", "PSNR", "SSIM", "best so far"), List.copyOf(names)));
        for (Curves.Score score : curves.scores())
            table.row(row(
                    List.of(
                            Long.toString(score.step()),
                            Csv.cell(score.psnr()),
                            Csv.cell(score.ssim()),
                            score.best() ? "1" : "0"),
                    names.stream()
                            .map(name -> Csv.cell(score.metrics().getOrDefault(name, Double.NaN)))
                            .toList()));
        return table;
    }

    private static List<String> row(List<String> first, List<String> more) {
        List<String> row = new ArrayList<>(first);
        row.addAll(more);
        return row;
    }
}
