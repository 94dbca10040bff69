package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void onlyAUserInFrontOfWindowsChoosesFromMenus() {
        Thread ofScript = new Thread(() -> {}, "SciJava-1a2b-Thread-3");
        Thread ofUser = new Thread(() -> {}, "AWT-EventQueue-0");

        assertEquals(true, new Caller(ofUser, true).isMenu());
        assertEquals(true, new Caller(null, true).isMenu());
        assertEquals(false, new Caller(ofScript, true).isMenu());
        assertEquals(false, new Caller(ofUser, false).isMenu());
    }

    /** In ImageJ without SciJava's windows the caller's thread is not known, but that of a script or program is. */
    @Test
    void aUserNeedNotHaveSciJavasWindows() {
        Thread ofScript = new Thread(() -> {}, "SciJava-1a2b-Thread-3");
        Thread ofProgram = new Thread(() -> {}, "main");

        assertEquals(true, new Caller(null, false).isUser());
        assertEquals(true, new Caller(new Thread(() -> {}, "AWT-EventQueue-0"), true).isUser());
        assertEquals(false, new Caller(ofScript, true).isUser());
        assertEquals(false, new Caller(ofProgram, false).isUser());
    }
}
