package io.github.ndrfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

class CommandProgressTest {

    @Test
    void theStatusTellsTheTimeLeftOnceItIsKnown() {
        List<String> shown = new ArrayList<>();
        StatusService status = stub(StatusService.class, (self, method, args) -> {
            shown.add(method.getName().equals("showProgress") ? args[0] + " of " + args[1] : (String) args[2]);
            return null;
        });
        Task task = stub(Task.class, (self, method, args) -> null);
        TaskService tasks = stub(TaskService.class, (self, method, args) -> task);

        try (CommandProgress progress = new CommandProgress("Restoring a", null, status, tasks, null)) {
            progress.report(0, 2);
            progress.report(1, 2);
        }

        assertEquals("Restoring a", shown.get(0));
        assertTrue(shown.get(1).matches("Restoring a, \\d+:\\d\\d left"), shown.get(1));
        assertEquals("1000 of 1000", shown.get(2), "the bar goes, though half of the work is not done");
    }

    /** Fiji's console may be closed; ImageJ's Log opens. */
    @Test
    void aWarningStandsInTheLogOfImageJ() {
        StatusService status = stub(StatusService.class, (self, method, args) -> null);
        Task task = stub(Task.class, (self, method, args) -> null);
        TaskService tasks = stub(TaskService.class, (self, method, args) -> task);
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        System.setOut(
                new PrintStream(printed, true, StandardCharsets.UTF_8)); // where ImageJ's log goes without windows
        try (CommandProgress progress = new CommandProgress("Restoring a", null, status, tasks, null)) {
            progress.warn("The GPU is full.");
        } finally {
            System.setOut(console);
        }

        assertEquals(
                "Restoring a: The GPU is full.",
                printed.toString(StandardCharsets.UTF_8).strip());
    }

    private static <T> T stub(Class<T> type, InvocationHandler answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answer));
    }
}
