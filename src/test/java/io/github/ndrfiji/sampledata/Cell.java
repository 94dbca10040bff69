package io.github.ndrfiji.sampledata;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A cell that crawls and turns: a nucleus with chromatin texture, nucleoli and bright foci, and around it a textured
 * cytoplasm with microtubules that sway, grow and shrink. Or, in mitosis, a metaphase plate between two spindle poles.
 *
 * <p>Everything is laid out at random once, in the cell's own frame, and moves with it. Lengths in pixels across and in
 * slices along z, times in frames.
 */
final class Cell {

    private record Spot(double x, double y, double z, double radius) {
        double at(double px, double py, double pz) {
            double dx = (px - x) / radius;
            double dy = (py - y) / radius;
            double dz = 2 * (pz - z) / radius;
            return Math.exp(-0.5 * (dx * dx + dy * dy + dz * dz));
        }
    }

    /** A microtubule: points {x, y, z} from the centre outwards, one every half pixel, and how it moves. */
    private record Fibre(List<double[]> points, double swayPhase, double growthPhase, double brightness) {}

    private final double x;
    private final double y;
    private final double z;
    private final double velocityX;
    private final double velocityY;
    private final double turn;
    private final double spin;
    private final double radiusX;
    private final double radiusY;
    private final double radiusZ;
    private final double bulge;
    private final double bulgePhase;
    private final boolean mitotic;
    private final SmoothNoise texture;
    private final List<Spot> nucleoli = new ArrayList<>();
    private final List<Spot> foci = new ArrayList<>();
    private final List<Fibre> fibres = new ArrayList<>();

    Cell(double x, double y, double z, boolean mitotic, SplittableRandom random) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.mitotic = mitotic;
        velocityX = random.nextDouble(-2.5, 2.5);
        velocityY = random.nextDouble(-2.5, 2.5);
        turn = random.nextDouble(2 * Math.PI);
        spin = random.nextDouble(-0.12, 0.12);
        radiusX = mitotic ? 3.5 : random.nextDouble(14, 19);
        radiusY = mitotic ? 11 : random.nextDouble(10, 14);
        radiusZ = mitotic ? 4 : random.nextDouble(3, 4.5);
        bulge = mitotic ? 0.1 : random.nextDouble(0.03, 0.12);
        bulgePhase = random.nextDouble(2 * Math.PI);
        texture = new SmoothNoise(random.nextLong());
        if (mitotic) {
            for (int i = 0; i < 44; i++) fibres.add(fibre(i % 2 == 0 ? 13 : -13, 0, i % 2 == 0, random));
        } else {
            for (int i = 0; i < 3; i++) nucleoli.add(spot(0.55, 2.6, random));
            for (int i = 0; i < 9; i++) foci.add(spot(0.8, 1.2, random));
            for (int i = 0; i < 60; i++) fibres.add(fibre(0.9 * radiusX, 0.5 * radiusY, false, random));
        }
    }

    private Spot spot(double within, double radius, SplittableRandom random) {
        double direction = random.nextDouble(2 * Math.PI);
        double distance = within * Math.sqrt(random.nextDouble());
        return new Spot(
                distance * radiusX * Math.cos(direction),
                distance * radiusY * Math.sin(direction),
                0.5 * radiusZ * random.nextDouble(-1, 1),
                radius * random.nextDouble(0.7, 1.2));
    }

    /** A random walk of slowly changing direction from a point; a spindle fibre first heads for the plate. */
    private Fibre fibre(double startX, double startY, boolean fromRight, SplittableRandom random) {
        double heading = random.nextDouble(2 * Math.PI);
        int steps = 2 * random.nextInt(25, 75);
        if (mitotic && random.nextDouble() < 0.7) {
            heading = (fromRight ? Math.PI : 0) + random.nextDouble(-0.6, 0.6);
            steps = 2 * random.nextInt(10, 16);
        }
        double curvature = 0;
        double climb = random.nextDouble(-0.08, 0.08);
        double start = random.nextDouble(mitotic ? 4 : 9);
        double[] point = {startX + start * Math.cos(heading), startY + start * Math.sin(heading), 0};
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            points.add(point.clone());
            curvature = 0.93 * curvature + 0.012 * random.nextGaussian();
            heading += curvature;
            point[0] += 0.5 * Math.cos(heading);
            point[1] += 0.5 * Math.sin(heading);
            point[2] += climb;
            if (Math.abs(point[2]) > 4) climb = -climb;
        }
        return new Fibre(
                points, random.nextDouble(2 * Math.PI), random.nextDouble(2 * Math.PI), random.nextDouble(0.6, 1.4));
    }

    /** Adds the chromatin as it is at a time. */
    void addNucleus(Volume volume, double time) {
        double reach = 1.3 * Math.max(radiusX, radiusY);
        forEachPixel(volume, time, reach, (px, py, pz, u, v, w) -> {
            double inside = inside(u, v, w);
            if (inside <= 0) return;
            double grain = texture.at(u / 7, v / 7, w / 4);
            double density = 0.15 + 3 * Math.max(0, grain - 0.4);
            for (Spot nucleolus : nucleoli) density *= 1 - 0.9 * nucleolus.at(u, v, w);
            for (Spot focus : foci) density += 0.9 * focus.at(u, v, w);
            volume.add(px, py, pz, inside * density * (mitotic ? 1.1 : 1));
        });
    }

    /** Adds cytoplasm and microtubules as they are at a time. */
    void addCytoskeleton(Volume volume, double time) {
        double body = mitotic ? 18 : 2.1 * radiusX;
        forEachPixel(volume, time, 1.3 * body, (px, py, pz, u, v, w) -> {
            double angle = Math.atan2(v, u);
            double radius =
                    body * (1 + 0.14 * Math.cos(3 * angle + bulgePhase) + 0.08 * Math.cos(5 * angle - bulgePhase));
            double edge = 1 - Math.hypot(Math.hypot(u, v) / radius, w / 6);
            double amount = Math.min(1, Math.max(0, 5 * edge)) * (1 - inside(u, v, w));
            volume.add(px, py, pz, 0.12 * amount * texture.at(u / 9, v / 9, w / 5 + 100));
        });
        double cos = Math.cos(turn + spin * time);
        double sin = Math.sin(turn + spin * time);
        for (Fibre fibre : fibres) {
            double share = mitotic ? 1 : 0.75 + 0.25 * Math.sin(0.9 * time + fibre.growthPhase);
            int visible = (int) (share * fibre.points.size());
            for (int i = 0; i < visible; i++) {
                double[] point = fibre.points.get(i);
                double sway = 0.02 * i * Math.sin(0.8 * time + fibre.swayPhase);
                double u = point[0] + sway;
                double v = point[1] - sway;
                if (inside(u, v, point[2]) > 0.3) continue;
                volume.addPoint(
                        x + velocityX * time + cos * u - sin * v,
                        y + velocityY * time + sin * u + cos * v,
                        z + point[2],
                        0.35 * fibre.brightness);
            }
        }
    }

    /** 1 within the nucleus, 0 outside, smooth at its envelope. */
    private double inside(double u, double v, double w) {
        double angle = Math.atan2(v / radiusY, u / radiusX);
        double outline = 1 + bulge * Math.cos(2 * angle + bulgePhase) + 0.6 * bulge * Math.cos(3 * angle - bulgePhase);
        double distance = Math.hypot(Math.hypot(u / radiusX, v / radiusY) / outline, w / radiusZ);
        return Math.min(1, Math.max(0, 6 * (1 - distance)));
    }

    private interface Painter {
        void paint(int px, int py, int pz, double u, double v, double w);
    }

    /** Visits the pixels within {@code reach} of the cell's middle, with their places in the cell's own frame. */
    private void forEachPixel(Volume volume, double time, double reach, Painter painter) {
        double middleX = x + velocityX * time;
        double middleY = y + velocityY * time;
        double cos = Math.cos(turn + spin * time);
        double sin = Math.sin(turn + spin * time);
        for (int pz = 0; pz < volume.depth(); pz++)
            for (int py = Math.max(0, (int) (middleY - reach)); py < Math.min(volume.height(), middleY + reach); py++)
                for (int px = Math.max(0, (int) (middleX - reach));
                        px < Math.min(volume.width(), middleX + reach);
                        px++) {
                    double dx = px - middleX;
                    double dy = py - middleY;
                    painter.paint(px, py, pz, cos * dx + sin * dy, cos * dy - sin * dx, pz - z);
                }
    }
}
