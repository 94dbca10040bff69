package io.github.ndrfiji.cli;

import io.github.ndrfiji.tensor.Device;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A call of the command line in this JVM, and what came of it. */
record Call(int code, String out, String err) {

    /** What a command says first that runs a network. */
    static String device() {
        return Device.auto().line("auto") + "\n";
    }

    static Call ndr(Object... args) {
        return interruptedBy(Interrupt.manual(), args);
    }

    static Call interruptedBy(Interrupt interrupt, Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) texts[i] = args[i].toString();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Ndr.run(texts, new PrintWriter(out), new PrintWriter(err), interrupt);
        return new Call(code, out.toString(), err.toString());
    }
}
