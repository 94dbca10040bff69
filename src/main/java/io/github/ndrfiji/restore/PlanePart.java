package io.github.ndrfiji.restore;

import io.github.ndrfiji.image.Plane;
import io.github.ndrfiji.image.ValueRange;
import java.util.List;

/**
 * Channels of a plane that go through the network together.
 *
 * @param plane index of the plane in the image
 * @param firstChannel index of the first of the channels in the image
 * @param samples the channels
 * @param ranges the value range of each of them
 */
record PlanePart(long plane, int firstChannel, Plane samples, List<ValueRange> ranges) {

    int channels() {
        return ranges.size();
    }
}
