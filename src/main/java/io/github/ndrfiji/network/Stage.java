package io.github.ndrfiji.network;

import io.github.ndrfiji.tensor.ParameterList;
import io.github.ndrfiji.tensor.Scope;
import io.github.ndrfiji.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Blocks one after another. */
final class Stage implements Block {

    private final List<Block> blocks;

    private Stage(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Several blocks of one kind, named by their numbers. */
    static Stage of(ParameterList list, int count, Function<ParameterList, Block> block) {
        return new Stage(IntStream.range(0, count)
                .mapToObj(i -> block.apply(list.at(Integer.toString(i))))
                .toList());
    }

    @Override
    public Tensor forward(Tensor x) {
        try (Scope scope = Scope.open()) {
            Tensor y = x;
            for (Block block : blocks) {
                Tensor before = y;
                y = block.forward(before);
                if (before != x) before.close();
            }
            return scope.keep(y);
        }
    }
}
