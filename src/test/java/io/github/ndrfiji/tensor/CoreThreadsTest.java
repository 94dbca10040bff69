package io.github.ndrfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoreThreadsTest {

    private static final int CORES = Torch.threads();

    /** As the engine tells it on a thread that is new to it. */
    private static int coresOfANewThread() throws Exception {
        FutureTask<Integer> asked = new FutureTask<>(JniUtils::getNumThreads);
        new Thread(asked).start();
        return asked.get();
    }

    @Test
    void resultsComeInTheOrderOfTheTasks() {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            int number = i;
            tasks.add(() -> {
                Thread.sleep(20L * (7 - number));
                return number;
            });
        }
        try (CoreThreads threads = new CoreThreads(3)) {
            assertEquals(IntStream.range(0, 7).boxed().toList(), threads.all(tasks));
            assertEquals(List.of(), threads.all(List.<Callable<Integer>>of()));
        }
    }

    @Test
    void eachThreadHasItsShareOfTheCoresAndAllAreFreeAfterwards() throws Exception {
        try (CoreThreads threads = new CoreThreads(CORES)) {
            List<Integer> shares = threads.all(List.of(JniUtils::getNumThreads, JniUtils::getNumThreads));
            assertEquals(List.of(1, 1), shares);
            assertEquals(CORES, Torch.threads());
        }
        assertEquals(CORES, coresOfANewThread());
    }

    @Test
    void twoUsersLeaveTheCoresFreeInWhateverOrderTheyEnd() throws Exception {
        CoreThreads first = new CoreThreads(CORES);
        first.all(List.of(() -> 1, () -> 2));
        FutureTask<CoreThreads> opened = new FutureTask<>(() -> new CoreThreads(CORES));
        new Thread(opened).start();
        CoreThreads second = opened.get();
        second.all(List.of(() -> 1, () -> 2));
        first.close();
        second.close();
        assertEquals(CORES, coresOfANewThread());
    }

    /** Otherwise each would leave its memory idle. */
    @Test
    void theSameThreadsWorkEachTime() {
        List<Callable<Thread>> tasks = List.of(Thread::currentThread, Thread::currentThread);
        try (CoreThreads first = new CoreThreads(2);
                CoreThreads second = new CoreThreads(2)) {
            List<Thread> threads = first.all(tasks);
            assertNotEquals(threads.get(0), threads.get(1));
            for (int i = 0; i < 50; i++) assertEquals(threads, (i % 2 == 0 ? first : second).all(tasks));
        }
    }

    @Test
    void aTaskMustNotAskForTasks() {
        try (CoreThreads threads = new CoreThreads(1)) {
            List<Callable<List<Integer>>> tasks = List.of(() -> threads.all(List.of(() -> 1)));
            assertThrows(IllegalStateException.class, () -> threads.all(tasks));
        }
    }

    @Test
    void aFailureWaitsForTheOthersAndComesAsItIs() {
        IllegalArgumentException failure = new IllegalArgumentException("one");
        CountDownLatch working = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean begun = new AtomicBoolean();
        List<Callable<Integer>> tasks = List.of(
                () -> {
                    working.await();
                    throw failure;
                },
                () -> {
                    working.countDown();
                    Thread.sleep(100);
                    ended.set(true);
                    return 1;
                },
                () -> {
                    begun.set(true); // after the first, by the same thread
                    return 2;
                });
        try (CoreThreads threads = new CoreThreads(2)) {
            assertSame(failure, assertThrows(IllegalArgumentException.class, () -> threads.all(tasks)));
        }
        assertTrue(ended.get(), "the second was waited for");
        assertEquals(false, begun.get(), "the third was begun");
    }

    @Test
    void errorsComeAsTheyAreAndCheckedExceptionsAsACause() {
        OutOfMemoryError error = new OutOfMemoryError("test");
        IOException checked = new IOException("test");
        try (CoreThreads threads = new CoreThreads(1)) {
            assertSame(
                    error,
                    assertThrows(
                            OutOfMemoryError.class,
                            () -> threads.all(List.of(() -> {
                                throw error;
                            }))));
            assertSame(
                    checked,
                    assertThrows(
                                    IllegalStateException.class,
                                    () -> threads.all(List.of(() -> {
                                        throw checked;
                                    })))
                            .getCause());
        }
    }

    @Test
    void anInterruptIsSeenAfterTheWork() {
        Thread.currentThread().interrupt();
        try (CoreThreads threads = new CoreThreads(2)) {
            List<Integer> results = threads.all(List.of(
                    () -> {
                        Thread.sleep(50);
                        return 1;
                    },
                    () -> 2));
            assertEquals(List.of(1, 2), results);
        }
        assertTrue(Thread.interrupted());
    }
}
