package io.github.ndrfiji.tensor;

import io.github.ndrfiji.engine.CpuReason;
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
        return Torch.gpuCount() > 0 ? new Device(0) : cpu();
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
        int count = Torch.gpuCount();
        if (number >= count)
            throw new IllegalArgumentException("The device " + name + " was asked for, but the engine sees "
                    + (count == 0 ? "no GPU" : count + " GPU(s), numbered from 0") + "; use cpu or auto."
                    + Torch.whyNoGpu().map(reason -> " " + reason).orElse(""));
        return new Device(number);
    }

    /** Whether this is a GPU. */
    public boolean isGpu() {
        return gpu >= 0;
    }

    /**
     * A line for logs: the device, and where a GPU is there but not used, why and what to do. Starts the engine for all but
     * {@code cpu} that was asked for.
     *
     * @param asked the name that this device came from, as for {@link #parse}
     */
    public String line(String asked) {
        if (isGpu())
            return "Device: " + this
                    + Torch.evidence()
                            .nvidia()
                            .named(gpu)
                            .map(name -> ", " + name)
                            .orElse("");
        if (asked.strip().equalsIgnoreCase("cpu")) return "Device: cpu, as asked";
        return "Device: cpu"
                + Torch.whyNoGpu()
                        .filter(CpuReason::isAboutAGpu)
                        .map(reason -> ", and no GPU. " + reason)
                        .orElse("");
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
