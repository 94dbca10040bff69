package io.github.ndrfiji.scripting;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** JavaScript, made known to SciJava as Fiji does it. */
@Plugin(type = ScriptLanguage.class, name = "JavaScript")
public final class JavaScriptLanguage extends AdaptedScriptLanguage {

    public JavaScriptLanguage() {
        super("javascript");
    }
}
