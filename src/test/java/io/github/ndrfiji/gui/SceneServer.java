package io.github.ndrfiji.gui;

import ij.ImageJ;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;

/** In ImageJ: its main program in these tests. Starts ImageJ and plays what it is sent, one scene after the other. */
final class SceneServer {

    /** @param failure the stack trace of what went wrong; null if nothing did */
    record Answer(Object value, String failure) implements Serializable {}

    private SceneServer() {}

    /** @param args the port of the one who sends the scenes */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        ImageJ.main(new String[0]);
        serve(Integer.parseInt(args[0]));
    }

    static void serve(int port) throws IOException, ClassNotFoundException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                ObjectOutputStream out = new ObjectOutputStream(socket.getOutputStream());
                ObjectInputStream in = new ObjectInputStream(socket.getInputStream())) {
            for (Object scene = in.readObject(); scene != null; scene = in.readObject()) {
                out.writeObject(answer((byte[]) scene));
                out.flush();
            }
        }
        Runtime.getRuntime().halt(0); // without ImageJ's questions about unsaved images
    }

    private static Answer answer(byte[] serialized) {
        try (ObjectInputStream scene = new ObjectInputStream(new ByteArrayInputStream(serialized))) {
            return new Answer(((Scene<?>) scene.readObject()).play(), null);
        } catch (Throwable e) { // whatever it is, the test fails with it
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return new Answer(null, trace.toString());
        }
    }
}
