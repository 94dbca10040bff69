package io.github.ndrfiji.scripting;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** Groovy, made known to SciJava as Fiji does it. */
@Plugin(type = ScriptLanguage.class, name = "Groovy")
public final class GroovyLanguage extends AdaptedScriptLanguage {

    public GroovyLanguage() {
        super("groovy");
    }
}
