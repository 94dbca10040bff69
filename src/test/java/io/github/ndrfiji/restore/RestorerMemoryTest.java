package io.github.ndrfiji.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ndrfiji.Progress;
import io.github.ndrfiji.image.ValueRangePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.Test;

/** What a restoration touches and when: so little that planes can be loaded and stored one at a time. */
class RestorerMemoryTest {

    private static final int SIDE = 40;
    private static final int PLANES = 7;

    private final List<Integer> planes = new ArrayList<>(); // each visit of a plane
    private int row; // the last row read

    @Test
    void aStackIsReadPlaneAfterPlaneTwiceForThePercentilesAndOnceToRestore() {
        restore(ValueRangePolicy.PERCENTILE);
        assertEquals(
                Stream.generate(() -> IntStream.range(0, PLANES).boxed())
                        .limit(3)
                        .flatMap(s -> s)
                        .toList(),
                planes);
    }

    @Test
    void withAKnownRangeAStackIsReadOnce() {
        restore(ValueRangePolicy.TYPE);
        assertEquals(IntStream.range(0, PLANES).boxed().toList(), planes);
    }

    private void restore(ValueRangePolicy policy) {
        RandomAccessibleInterval<UnsignedShortType> stack = new FunctionRandomAccessible<>(
                        3,
                        (position, value) -> {
                            int plane = position.getIntPosition(2);
                            if (planes.isEmpty() || planes.get(planes.size() - 1) != plane) planes.add(plane);
                            value.set((int) (position.getLongPosition(0) * 31 + position.getLongPosition(1) * 17));
                        },
                        UnsignedShortType::new)
                .view()
                .interval(new FinalInterval(SIDE, SIDE, PLANES));
        new Restorer(FakeNetwork.identity(3), RestoreOptions.defaults().withRange(policy))
                .restore(stack, -1, Progress.NONE);
    }
}
