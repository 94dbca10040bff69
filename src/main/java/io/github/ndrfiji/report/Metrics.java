package io.github.ndrfiji.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a validation measured, sorted by what it tells.
 *
 * @param kinds by kind of degradation
 * @param perplexity by level
 * @param toldApart in %, by level
 * @param others all that is none of these, as it came
 */
record Metrics(
        Map<String, Kind> kinds,
        SortedMap<Integer, Double> perplexity,
        SortedMap<Integer, Double> toldApart,
        Map<String, Double> others) {

    private static final String BEFORE = " before";
    private static final Pattern OF_KIND = Pattern.compile("(PSNR|SSIM) (.+)");
    private static final Pattern OF_LEVEL = Pattern.compile("(perplexity|told apart) level (\\d{1,9})");

    /** How well one kind is restored; NaN where it was not measured, as before a restoration that alters the size. */
    record Kind(double psnrBefore, double psnr, double ssimBefore, double ssim) {

        private static final Kind UNKNOWN = new Kind(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        double gain() {
            return psnr - psnrBefore;
        }

        private Kind with(String measure, boolean before, double value) {
            boolean isPsnr = measure.equals("PSNR");
            return new Kind(
                    isPsnr && before ? value : psnrBefore,
                    isPsnr && !before ? value : psnr,
                    !isPsnr && before ? value : ssimBefore,
                    !isPsnr && !before ? value : ssim);
        }
    }

    static Metrics of(Map<String, Double> metrics) {
        Metrics sorted = new Metrics(new LinkedHashMap<>(), new TreeMap<>(), new TreeMap<>(), new LinkedHashMap<>());
        metrics.forEach((name, value) -> sorted.put(name, value, metrics));
        return sorted;
    }

    private void put(String name, double value, Map<String, Double> all) {
        Matcher ofKind = OF_KIND.matcher(name);
        Matcher ofLevel = OF_LEVEL.matcher(name);
        if (ofKind.matches()) putKind(ofKind.group(1), ofKind.group(2), value, all);
        else if (ofLevel.matches())
            (ofLevel.group(1).equals("perplexity") ? perplexity : toldApart)
                    .put(Integer.valueOf(ofLevel.group(2)), value);
        else others.put(name, value);
    }

    private void putKind(String measure, String kind, double value, Map<String, Double> all) {
        String after = kind.endsWith(BEFORE) ? kind.substring(0, kind.length() - BEFORE.length()) : "";
        boolean before = all.containsKey(measure + " " + after);
        kinds.merge(
                before ? after : kind,
                Kind.UNKNOWN.with(measure, before, value),
                (known, same) -> known.with(measure, before, value));
    }

    /** Mean gain in PSNR over all kinds whose input was measured too. */
    OptionalDouble gain() {
        return kinds.values().stream()
                .mapToDouble(Kind::gain)
                .filter(Double::isFinite)
                .average();
    }
}
