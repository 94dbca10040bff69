package io.github.ndrfiji.imagej;

import ij.gui.GenericDialog;
import java.io.File;
import org.scijava.widget.WidgetStyle;

/** A kind of field in ImageJ's dialogs. Fields are read in the order in which they were added. */
enum DialogField {
    CHECKBOX {
        @Override
        void addTo(GenericDialog dialog, ModuleInput input) {
            dialog.addCheckbox(input.label(), Boolean.parseBoolean(input.text()));
        }

        @Override
        String read(GenericDialog dialog) {
            return Boolean.toString(dialog.getNextBoolean());
        }
    },

    CHOICE {
        @Override
        void addTo(GenericDialog dialog, ModuleInput input) {
            dialog.addChoice(before(input), input.choices().toArray(String[]::new), input.text());
        }

        @Override
        String read(GenericDialog dialog) {
            return dialog.getNextChoice();
        }
    },

    FOLDER {
        @Override
        void addTo(GenericDialog dialog, ModuleInput input) {
            dialog.addDirectoryField(before(input), input.text(), PATH_COLUMNS);
        }

        @Override
        String read(GenericDialog dialog) {
            return dialog.getNextString();
        }
    },

    FILE {
        @Override
        void addTo(GenericDialog dialog, ModuleInput input) {
            dialog.addFileField(before(input), input.text(), PATH_COLUMNS);
        }

        @Override
        String read(GenericDialog dialog) {
            return dialog.getNextString();
        }
    },

    /** Numbers too: as text nothing is rounded, and a wrong one is explained. */
    TEXT {
        @Override
        void addTo(GenericDialog dialog, ModuleInput input) {
            int columns = Math.max(COLUMNS, input.item().getColumnCount());
            dialog.addStringField(before(input), input.text(), columns);
        }

        @Override
        String read(GenericDialog dialog) {
            return dialog.getNextString();
        }
    };

    private static final int COLUMNS = 12;
    private static final int PATH_COLUMNS = 24;

    static DialogField of(ModuleInput input) {
        if (input.isType(Boolean.class)) return CHECKBOX;
        if (!input.choices().isEmpty()) return CHOICE;
        if (!input.isType(File.class)) return TEXT;
        return WidgetStyle.isStyle(input.item(), "directory") ? FOLDER : FILE;
    }

    /** A label before a field, as ImageJ writes them. */
    private static String before(ModuleInput input) {
        return input.label() + ":";
    }

    abstract void addTo(GenericDialog dialog, ModuleInput input);

    /** What the user entered, as a macro would write it. */
    abstract String read(GenericDialog dialog);
}
