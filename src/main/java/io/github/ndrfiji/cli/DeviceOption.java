package io.github.ndrfiji.cli;

import io.github.ndrfiji.tensor.Device;
import picocli.CommandLine.Option;

/** The choice of where the networks run. */
final class DeviceOption {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "auto",
            description = "auto (a GPU if there is one), cpu, gpu, or gpu:N for the GPU of that number from 0 (default:"
                    + " ${DEFAULT-VALUE}).")
    private String name;

    /** As {@link Device#parse} takes it. */
    String name() {
        return name;
    }

    /** Says which device the name stands for. To be called once the work can begin. */
    void tell(Console console) {
        console.say(Device.parse(name).line(name));
    }
}
