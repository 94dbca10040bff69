package io.github.ndrfiji.train;

import io.github.ndrfiji.image.Patch;
import io.github.ndrfiji.model.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several sets as one, one after another. */
public final class JoinedImages implements ImageSet {

    private final List<ImageSet> sets;
    private final List<String> names = new ArrayList<>();

    /** The images of all sets; of several, each image's name begins with that of its set. */
    public static ImageSet of(List<? extends ImageSet> sets) {
        return sets.size() == 1 ? sets.get(0) : new JoinedImages(sets);
    }

    JoinedImages(List<? extends ImageSet> sets) {
        this.sets = List.copyOf(sets);
        for (ImageSet set : sets) set.names().forEach(name -> names.add(set.name() + "/" + name));
    }

    @Override
    public String name() {
        return sets.stream().map(ImageSet::name).collect(Collectors.joining(" + "));
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Patch read(int index) throws IOException {
        int left = index;
        for (ImageSet set : sets) {
            if (left < set.names().size()) return set.read(left);
            left -= set.names().size();
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public String sha256() throws IOException {
        StringBuilder digests = new StringBuilder();
        for (ImageSet set : sets) digests.append(set.sha256());
        return Sha256.of(digests.toString());
    }
}
