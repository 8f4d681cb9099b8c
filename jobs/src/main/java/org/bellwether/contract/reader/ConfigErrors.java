package org.bellwether.contract.reader;

import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;


/** Says what is wrong with a config file, naming file and key. */
public record ConfigErrors(String file) {

    public void require(boolean holds, String key, String problem) {
        if (!holds) {
            throw at(key, problem);
        }
    }

    public <T> T present(T value, String key) {
        require(value != null && !(value instanceof String text && text.isBlank()), key, "is missing");
        return value;
    }

    BellwetherException at(String key, String problem) {
        return ErrorCode.CONTRACT_WRONG.with(file, key, problem);
    }
}
