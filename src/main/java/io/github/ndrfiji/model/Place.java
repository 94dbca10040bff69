package io.github.ndrfiji.model;

/** Where in a model file the reader is, for its messages: {@code cells.ndr, model.json}. */
record Place(String text) {

    Place in(String part) {
        return new Place(text + ", " + part);
    }

    /** A file that was damaged, or made by something else than this program. */
    ModelFormatException wrong(String found, String expected) {
        return wrong(found, expected, "copy or download the file again");
    }

    ModelFormatException wrong(String found, String expected, String remedy) {
        return new ModelFormatException(text + ": found " + found + ", expected " + expected + "; " + remedy + ".");
    }
}
