package io.github.ndrfiji.train;

import io.github.ndrfiji.model.ModelBundle;
import io.github.ndrfiji.model.Provenance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells a user in what a run differs from an earlier one. */
final class PlanDifferences {

    private static final String NONE = "none";
    private static final int LONGEST = 60;

    private final List<String> differences = new ArrayList<>();

    private PlanDifferences() {}

    /**
     * As in {@code batch (then 4, now 8), the images of 'noisy' (changed)}.
     *
     * @param before a checkpoint's model
     * @param plan another one than it was made by
     */
    static String between(ModelBundle before, TrainingPlan plan) throws IOException {
        PlanDifferences all = new PlanDifferences();
        if (!before.info().network().equals(plan.info().network()))
            all.differences.add("the network (its size, channels, scale or dictionary)");
        all.compare("range", before.info().valueRange(), plan.info().valueRange());
        all.compare(settings(before.provenance().settings()), settings(plan.settingsByName()));
        all.compareImages(before.provenance().data(), plan.data());
        if (all.differences.isEmpty()) all.differences.add("the names of the images");
        return String.join(", ", all.differences);
    }

    /** Without warnings, which are not set by anybody, and the device, which is no part of the plan. */
    private static Map<String, String> settings(Map<String, String> named) {
        Map<String, String> settings = new LinkedHashMap<>(named);
        settings.keySet().removeIf(name -> name.startsWith(TrainingPlan.WARNING) || name.equals(TrainingPlan.DEVICE));
        return settings;
    }

    private void compare(Map<String, String> before, Map<String, String> now) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) compare(name, before.getOrDefault(name, NONE), now.getOrDefault(name, NONE));
    }

    private void compare(String name, String before, String now) {
        if (before.equals(now)) return;
        String then = shortened(before);
        String today = shortened(now);
        differences.add(
                name + (then.equals(today) ? " (another '" + then + "')" : " (then " + then + ", now " + today + ")"));
    }

    /** Sources may be long. */
    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 3) + "...";
    }

    /** Sets that only one of both has are told by the sources, which are settings. */
    private void compareImages(List<Provenance.DataSource> before, List<Provenance.DataSource> now) {
        for (Provenance.DataSource images : now)
            for (Provenance.DataSource earlier : before)
                if (earlier.name().equals(images.name()) && !earlier.sha256().equals(images.sha256()))
                    differences.add("the images of '" + images.name() + "' ("
                            + (earlier.files() == images.files()
                                    ? "changed"
                                    : "then " + earlier.files() + ", now " + images.files())
                            + ")");
    }
}
