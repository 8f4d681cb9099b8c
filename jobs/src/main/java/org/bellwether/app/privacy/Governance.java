package org.bellwether.app.privacy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.contract.catalog.ContractCatalog;

/**
 * config/governance.yml: how long what is received is kept, and where the authority has written down why it may be.
 *
 * @param keep    a period as P7Y or P90D, of returns that say none of their own
 * @param returns by name
 */
public record Governance(String keep, Map<String, OfReturn> returns) {

    private static final String FILE = ConfigFiles.GOVERNANCE;

    /**
     * What holds for one return.
     *
     * @param keep a period; null for that of all
     * @param dpia reference of the data protection impact assessment; null where none is given
     * @param ropa entry in the record of processing activities; null where none is given
     */
    public record OfReturn(String keep, String dpia, String ropa) {
    }

    public Governance {
        returns = returns == null ? Map.of() : Map.copyOf(returns);
    }

    /** @throws BellwetherException naming the file, where a period is none, or there is no such return */
    public static Governance load(ConfigFiles config, ContractCatalog catalog) {
        Governance governance = config.yaml(FILE, Governance.class);
        governance.period("keep", governance.keep, config);
        governance.returns.forEach((name, one) -> {
            if (!catalog.names().contains(name)) {
                throw ErrorCode.NOT_AS_EXPECTED.with(config.file(FILE), "returns." + name + " is no return");
            }
            if (one.keep() != null) {
                governance.period("returns." + name + ".keep", one.keep(), config);
            }
        });
        return governance;
    }

    /**
     * Until when something received then is kept.
     *
     * @param returnName null where it was not recognised
     */
    public Instant until(String returnName, Instant receivedAt) {
        return receivedAt.atZone(ZoneOffset.UTC).plus(Period.parse(of(returnName).keep())).toInstant();
    }

    /**
     * What holds for a return, its period from that of all where it has none of its own.
     *
     * @param returnName null where it was not recognised
     */
    public OfReturn of(String returnName) {
        OfReturn own = returnName == null ? null : returns.get(returnName);
        return own == null ? new OfReturn(keep, null, null) : new OfReturn(own.keep() == null ? keep : own.keep(), own.dpia(), own.ropa());
    }

    private void period(String place, String text, ConfigFiles config) {
        try {
            if (text == null || Period.parse(text).isZero() || Period.parse(text).isNegative()) {
                throw ErrorCode.NOT_AS_EXPECTED.with(config.file(FILE), place + " is no period such as P7Y or P90D");
            }
        } catch (DateTimeParseException e) {
            throw ErrorCode.NOT_AS_EXPECTED.because(e, config.file(FILE), place + " is no period such as P7Y or P90D");
        }
    }
}
