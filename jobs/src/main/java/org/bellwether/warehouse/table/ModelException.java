package org.bellwether.warehouse.table;

/** A model that cannot be built; the message names it and says what to mend. */
public final class ModelException extends RuntimeException {

    private final String model;

    public ModelException(String model, String problem) {
        this(model, problem, null);
    }

    public ModelException(String model, String problem, Throwable cause) {
        super(model + ": " + problem, cause);
        this.model = model;
    }

    /** Schema and name of the model. */
    public String model() {
        return model;
    }
}
