package io.github.ndrfiji.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DegradationRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clean                              | clean",
                "noise:25                           | noise:25",
                "noise:0-55                         | noise:0-55",
                "poisson:30                         | poisson:30,read=0",
                "poisson:5-500,read=1.5             | poisson:5-500,read=1.5",
                "stripes:4-20,angle=0/90/30-60      | stripes:4-20,angle=0/90/30-60,width=1/1-4",
                "haze:0.6-2.5,near=0.2              | haze:0.6-2.5,airlight=1/0.7-1,near=0.2",
                "haze:1,near=0.2,relief=0-1         | haze:1,airlight=1/0.7-1,near=0.2,relief=0-1",
                "haze:1,near=0.2,relief=0           | haze:1,airlight=1/0.7-1,near=0.2",
                "saltpepper:0.1                     | saltpepper:0.1,together=1",
                "motion:5-20                        | motion:5-20,angle=0-180",
                "jpeg:10-90,chroma=1-2              | jpeg:10-90,chroma=1-2",
                "background:0.3                     | background:0.3,size=30-150",
                "rain:0.5,angle=-30--10,screen=0    | rain:0.5,angle=-30--10,length=8-50,width=1-3,brightness=0.2-0.7,layers=1-3,screen=0",
            })
    void isWrittenWithAllItsParameters(String text, String full) {
        assertEquals(full, DegradationRange.parse(text).toString());
        assertEquals(DegradationRange.parse(text), DegradationRange.parse(full));
    }

    @Test
    void drawsFromTheWholeRangeAndNothingElse() {
        SplittableRandom random = new SplittableRandom(1);
        DegradationRange range = DegradationRange.parse("noise:10-20");
        double min = Double.MAX_VALUE;
        double max = 0;
        for (int i = 0; i < 1000; i++) {
            double sigma = range.draw(random).values().get(0);
            min = Math.min(min, sigma);
            max = Math.max(max, sigma);
        }
        assertTrue(min >= 10 && min < 10.2, "least " + min);
        assertTrue(max <= 20 && max > 19.8, "greatest " + max);
    }

    @Test
    void drawsAlternativesAndWholeNumbers() {
        SplittableRandom random = new SplittableRandom(1);
        DegradationRange range = DegradationRange.parse("stripes:5,angle=0/90,width=1");
        Set<Double> angles = new HashSet<>();
        Set<Double> factors = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            angles.add(range.draw(random).values().get(1));
            factors.add(
                    DegradationRange.parse("lowres:2-4").draw(random).values().get(0));
        }
        assertEquals(Set.of(0.0, 90.0), angles);
        assertEquals(Set.of(2.0, 3.0, 4.0), factors);
    }

    /** The median of a logarithmically even draw from 1 to 10 000 is 100. */
    @Test
    void drawsPhotonsEvenlyInTheirLogarithm() {
        SplittableRandom random = new SplittableRandom(1);
        DegradationRange range = DegradationRange.parse("poisson:1-10000");
        long below = random.longs(2000)
                .filter(seed -> range.draw(new SplittableRandom(seed)).values().get(0) < 100)
                .count();
        assertEquals(1000, below, 4 * Math.sqrt(2000 * 0.25));
    }

    @ParameterizedTest
    @EnumSource
    void aDrawnDegradationIsARangeOfItsOwn(DegradationKind kind) {
        SplittableRandom random = new SplittableRandom(3);
        String text = kind.form().replaceFirst(":[A-Z]+", ":1");
        Degradation drawn = DegradationRange.parse(text).draw(random);

        assertEquals(drawn, DegradationRange.parse(drawn.toString()).draw(random));
        assertEquals(kind, drawn.kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "snow:1             | There is no degradation 'snow'; take one of clean, noise, poisson, saltpepper, rain, stripes, haze, background, defocus, blur, motion, jpeg, lowres, downsample.",
                "noise              | 'noise' does not say how strong it is as it should; write it as noise:SIGMA.",
                "clean:1            | 'clean:1' does not say how strong it is as it should; write it as clean.",
                "noise:             | '' is neither a number nor a range; write one like 25 or 0-55.",
                "noise:high         | 'high' is neither a number nor a range; write one like 25 or 0-55.",
                "noise:55-0         | The range 55-0 is upside down; write the smaller number first.",
                "noise:300          | The sigma of a degradation must be a number between 0 and 255, not 300.",
                "lowres:2.5         | The factor of a degradation must be a whole number between 1 and 16, not 2.5.",
                "noise:5,angle=3    | The degradation noise has no parameter angle; write it as noise:SIGMA.",
                "poisson:5,read     | 'read' in 'poisson:5,read' is no new NAME=VALUES; write it as poisson:PEAK,read=0.",
                "poisson:5,peak=6   | 'peak=6' in 'poisson:5,peak=6' is no new NAME=VALUES; write it as poisson:PEAK,read=0.",
            })
    void saysWhatIsWrongWithAText(String text, String message) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> DegradationRange.parse(text));
        assertEquals(message, e.getMessage());
    }

    @Test
    void everyKindExplainsItself() {
        for (DegradationKind kind : List.of(DegradationKind.values()))
            assertTrue(!kind.summary().isBlank() && !kind.summary().contains("\n"), kind.toString());
    }
}
