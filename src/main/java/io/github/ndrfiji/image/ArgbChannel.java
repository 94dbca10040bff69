package io.github.ndrfiji.image;

import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.Sampler;
import net.imglib2.converter.Converters;
import net.imglib2.converter.readwrite.SamplerConverter;
import net.imglib2.img.basictypeaccess.ByteAccess;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * One byte of ARGB pixels, to be read and written. Written because {@code Converters.argbChannels} of ImgLib2 8.0.0
 * overwrites the higher channels of a pixel with ones when a value above 127 is written.
 *
 * @param shift how many bits of the pixel are below it
 */
record ArgbChannel(int shift) implements SamplerConverter<ARGBType, UnsignedByteType> {

    /** Red, green, blue and alpha along a new last axis. */
    static RandomAccessibleInterval<UnsignedByteType> all(RandomAccessibleInterval<ARGBType> image) {
        return Views.stack(IntStream.of(16, 8, 0, 24)
                .mapToObj(shift -> Converters.convert(image, new ArgbChannel(shift)))
                .toList());
    }

    @Override
    public UnsignedByteType convert(Sampler<? extends ARGBType> pixel) {
        return new UnsignedByteType(new ByteAccess() {
            @Override
            public byte getValue(int index) {
                return (byte) (pixel.get().get() >> shift);
            }

            @Override
            public void setValue(int index, byte value) {
                ARGBType argb = pixel.get();
                argb.set((argb.get() & ~(0xff << shift)) | ((value & 0xff) << shift));
            }
        });
    }
}
