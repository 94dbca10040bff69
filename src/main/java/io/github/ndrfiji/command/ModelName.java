package io.github.ndrfiji.command;

import io.github.ndrfiji.model.ModelRegistry;
import java.io.IOException;
import org.scijava.object.ObjectService;

/**
 * The name of a model, as a parameter of a command.
 *
 * <p>A type of its own, because SciJava shows those objects of a parameter's type that it knows as a choice, and makes
 * one from a text where a macro or script gives a text.
 */
public record ModelName(String name) {

    /** Makes the models that there are now the choice. */
    static void list(ObjectService objects) throws IOException {
        objects.getObjects(ModelName.class).forEach(objects::removeObject);
        for (ModelRegistry.Model listed : ModelRegistry.standard().list())
            objects.addObject(new ModelName(listed.name()));
    }

    @Override
    public String toString() {
        return name;
    }
}
