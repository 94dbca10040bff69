package io.github.ndrfiji.gui;

import java.io.IOException;
import net.imagej.patcher.LegacyInjector;

/** In ImageJ: its main program without a screen, made headless as Fiji makes it; it starts with the first macro. */
final class HeadlessServer {

    private HeadlessServer() {}

    /** @param args the port of the one who sends the scenes */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        LegacyInjector.preinit(); // before any class of ImageJ is there
        SceneServer.serve(Integer.parseInt(args[0]));
    }
}
