package io.github.ndrfiji.gui;

import ij.ImagePlus;
import ij.plugin.Duplicator;
import ij.process.StackConverter;
import io.github.ndrfiji.imagej.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Small images of each kind, cut from the large ones in sample-data. */
enum Sample {
    /** A stack of 8 bits. */
    BYTES("cells8.tif") {
        @Override
        ImagePlus cut() throws IOException {
            ImagePlus nuclei = new Duplicator().run(part("cells-noisy.tif", 96, 80), 1, 1, 1, 2, 1, 1);
            nuclei.setDisplayRange(0, 4095);
            new StackConverter(nuclei).convertToGray8();
            return nuclei;
        }
    },

    /** A composite of 16 bits: two channels, two frames. */
    COMPOSITE("cells16.tif") {
        @Override
        ImagePlus cut() throws IOException {
            return new Duplicator().run(part("cells-noisy.tif", 96, 80), 1, 2, 2, 2, 1, 2);
        }
    },

    /** A colour photograph. */
    RGB("photo.tif") {
        @Override
        ImagePlus cut() throws IOException {
            return part("photo-noisy.png", 150, 110);
        }
    };

    private static final Path SAMPLES = Path.of("sample-data");

    private final String file;

    Sample(String file) {
        this.file = file;
    }

    abstract ImagePlus cut() throws IOException;

    /** Stores it in a folder. */
    Path in(Path folder) throws IOException {
        Path path = folder.resolve(file);
        ImageFiles.save(cut(), path);
        return path;
    }

    /** The title of what Restore makes of it. */
    String restoredTitle() {
        return file.replace(".tif", "-restored.tif");
    }

    private static ImagePlus part(String sample, int width, int height) throws IOException {
        ImagePlus whole = ImageFiles.open(SAMPLES.resolve(sample));
        whole.setRoi(20, 20, width, height);
        ImagePlus part = new Duplicator().run(whole);
        part.deleteRoi();
        return part;
    }
}
