package io.github.ndrfiji.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoThatAre() {
        assertEquals(new Times(3, 3, 3), Times.of(List.of(3.0)));
        assertEquals(new Times(2, 1, 9), Times.of(List.of(9.0, 1.0, 2.0)));
        assertEquals(new Times(3, 1, 9), Times.of(List.of(4.0, 9.0, 1.0, 2.0)));
    }
}
