package org.bellwether.warehouse.table;

import java.sql.SQLException;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.EngineMessage;

/** A model that cannot be built. */
public final class ModelException extends BellwetherException {

    private final String model;

    /** @param problem what is wrong with its SELECT, whatever the rows */
    public ModelException(String model, String problem) {
        super(ErrorCode.MODEL_WRONG, null, model, problem);
        this.model = model;
    }

    /** @param cause what the engine says of it, which may lie in the rows */
    public ModelException(String model, SQLException cause) {
        super(ErrorCode.MODEL_FAILED, cause, model, EngineMessage.shown(cause));
        this.model = model;
    }

    /** Schema and name of the model. */
    public String model() {
        return model;
    }
}
