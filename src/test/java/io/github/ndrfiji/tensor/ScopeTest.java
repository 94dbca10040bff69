package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void freesEverythingThatIsNotKept() {
        long before = Scope.liveTensors();
        try (Scope outer = Scope.on(Device.cpu())) {
            Tensor kept;
            try (Scope inner = Scope.open()) {
                Tensor one = inner.full(1, 2, 3);
                kept = inner.keep(one.plus(1));
                assertEquals(before + 3, Scope.liveTensors()); // the two, and the constant
            }
            assertEquals(before + 1, Scope.liveTensors());
            assertArrayEquals(new float[] {2, 2, 2, 2, 2, 2}, kept.toFloats());
            assertEquals(Device.cpu(), outer.device());
        }
        assertEquals(before, Scope.liveTensors());
    }

    @Test
    void aReleasedTensorIsTheCallersToClose() {
        long before = Scope.liveTensors();
        Tensor released;
        try (Scope scope = Scope.on(Device.cpu())) {
            released = scope.release(scope.full(7));
        }
        assertEquals(7, released.toFloat());
        released.close();
        released.close();
        assertEquals(before, Scope.liveTensors());
    }

    @Test
    void keepingATensorOfAnOuterScopeLeavesItThere() {
        try (Scope outer = Scope.on(Device.cpu())) {
            Tensor x = outer.full(3);
            try (Scope inner = Scope.open()) {
                inner.keep(x);
            }
            assertEquals(3, x.toFloat());
        }
    }

    @Test
    void isClosedInnermostFirst() {
        Scope outer = Scope.on(Device.cpu());
        Scope inner = Scope.open();
        assertThrows(IllegalStateException.class, outer::close);
        inner.close();
        outer.close();
        outer.close();
    }

    @Test
    void needsAnOpenScopeToMakeTensors() {
        assertThrows(IllegalStateException.class, Scope::open);
    }

    @Test
    void refusesAShapeThatDoesNotFit() {
        try (Scope scope = Scope.on(Device.cpu())) {
            assertThrows(IllegalArgumentException.class, () -> scope.tensor(new float[5], 2, 3));
        }
    }

    @Test
    void switchesRecordingOffOnAFreshThread() throws InterruptedException {
        Torch.start();
        AtomicBoolean fresh = new AtomicBoolean();
        AtomicBoolean inScope = new AtomicBoolean(true);
        AtomicBoolean recording = new AtomicBoolean();
        AtomicBoolean after = new AtomicBoolean(true);
        AtomicBoolean restored = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            fresh.set(JniUtils.isGradMode());
            try (Scope scope = Scope.on(Device.cpu())) {
                inScope.set(JniUtils.isGradMode());
                try (Recording started = Recording.start()) {
                    recording.set(JniUtils.isGradMode());
                }
                after.set(JniUtils.isGradMode());
            }
            restored.set(JniUtils.isGradMode());
        });
        thread.start();
        thread.join();
        assertTrue(fresh.get(), "libtorch records by default; else this test shows nothing");
        assertFalse(inScope.get());
        assertTrue(recording.get());
        assertFalse(after.get());
        assertTrue(restored.get());
    }
}
