package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two plugins in one JVM, each with the engine in a class loader of its own. */
class SecondClassLoaderTest {

    @Test
    void whoComesSecondSaysSo() throws Exception {
        assertTrue(Torch.threads() > 0);
        String[] places = System.getProperty("java.class.path").split(File.pathSeparator);
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++)
            urls[i] = Path.of(places[i]).toUri().toURL();

        try (URLClassLoader second = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Method threads = second.loadClass(Torch.class.getName()).getMethod("threads");
            Throwable failure = assertThrows(InvocationTargetException.class, () -> threads.invoke(null))
                    .getCause();

            assertTrue(failure.getMessage().startsWith("Another plugin or script has loaded the engine"), failure + "");
            assertTrue(failure.getMessage().contains("Restart Fiji"), failure.getMessage());
        }
    }
}
