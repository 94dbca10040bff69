package io.github.ndrfiji.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.lang.reflect.Method;

/** Images that are open without windows, the last one being the active one. */
final class BatchMode implements AutoCloseable {

    BatchMode(ImagePlus... images) {
        set(true);
        for (ImagePlus image : images) {
            Interpreter.addBatchModeImage(image);
            WindowManager.setTempCurrentImage(image);
        }
    }

    @Override
    public void close() {
        WindowManager.setTempCurrentImage(null);
        set(false);
    }

    private static void set(boolean on) {
        try {
            Method method = Interpreter.class.getDeclaredMethod("setBatchMode", boolean.class);
            method.setAccessible(true); // else only a running macro can call it
            method.invoke(null, on);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
