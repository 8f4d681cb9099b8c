package org.bellwether.warehouse;

/** A model that cannot be built; the message names it and says what to mend. */
public final class ModelException extends RuntimeException {

    public ModelException(String model, String problem) {
        super(model + ": " + problem);
    }

    public ModelException(String model, String problem, Throwable cause) {
        super(model + ": " + problem, cause);
    }
}
