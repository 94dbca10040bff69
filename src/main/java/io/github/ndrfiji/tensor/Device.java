package io.github.ndrfiji.tensor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where tensors live and are computed: the processor or one GPU.
 *
 * @param gpu the GPU's number from 0, or -1 for the processor
 */
public record Device(int gpu) {

    private static final Pattern TEXT = Pattern.compile("gpu(?::(\\d{1,3}))?");

    public Device {
        if (gpu < -1) throw new IllegalArgumentException("A GPU's number is 0 or above, not " + gpu + ".");
    }

    /** The processor. */
    public static Device cpu() {
        return new Device(-1);
    }

    /** The first GPU where the engine sees one, else the processor. Starts the engine. */
    public static Device auto() {
        return Torch.start().getGpuCount() > 0 ? new Device(0) : cpu();
    }

    /**
     * The device of that name: {@code auto}, {@code cpu}, {@code gpu} (the first) or {@code gpu:N}. Starts the engine
     * for all but {@code cpu}.
     *
     * @throws IllegalArgumentException if the name is none of these, or if there is no such GPU
     */
    public static Device parse(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        if (text.equals("auto")) return auto();
        if (text.equals("cpu")) return cpu();
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches())
            throw new IllegalArgumentException(
                    "There is no device '" + name + "'; use auto, cpu, gpu, or gpu:1 for the second GPU.");
        int number = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        int count = Torch.start().getGpuCount();
        if (number >= count)
            throw new IllegalArgumentException("The device " + name + " was asked for, but the engine sees "
                    + (count == 0 ? "no GPU" : count + " GPU(s), numbered from 0") + "; use cpu or auto.");
        return new Device(number);
    }

    /** Whether this is a GPU. */
    public boolean isGpu() {
        return gpu >= 0;
    }

    ai.djl.Device djl() {
        return isGpu() ? ai.djl.Device.gpu(gpu) : ai.djl.Device.cpu();
    }

    /** The name that {@link #parse} takes. */
    @Override
    public String toString() {
        return isGpu() ? "gpu:" + gpu : "cpu";
    }
}
