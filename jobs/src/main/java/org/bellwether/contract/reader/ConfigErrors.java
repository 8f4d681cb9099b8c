package org.bellwether.contract.reader;

import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.YamlPlace;

/**
 * Says what is wrong with a config file, naming file, line and key.
 *
 * @param path of the file below a config folder
 */
public record ConfigErrors(ConfigFiles config, String path) {

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
        return ErrorCode.CONTRACT_WRONG.with(YamlPlace.of(config.file(path), key), key, problem);
    }
}
