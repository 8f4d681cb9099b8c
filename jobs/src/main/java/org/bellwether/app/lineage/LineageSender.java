package org.bellwether.app.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClient;
import java.util.function.Supplier;
import org.bellwether.app.notify.channel.DeliveryFailedException;
import org.bellwether.app.notify.channel.EnvironmentText;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends events one after the other until one cannot be sent: a run does not wait for a server again and again. */
final class LineageSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineageSender.class);

    private final LineageConfig config;
    private final Home home;
    private OpenLineageClient client;
    private boolean isGivenUp;

    LineageSender(LineageConfig config, Home home) {
        this.config = config;
        this.home = home;
    }

    /** Whatever goes wrong with it is told in the log and nowhere else. */
    synchronized void send(Supplier<OpenLineage.RunEvent> event) {
        if (isGivenUp) {
            return;
        }
        try {
            if (client == null) {
                client = new OpenLineageClient(config.transport(home, EnvironmentText.ofProcess()));
            }
            client.emit(event.get());
        } catch (RuntimeException | DeliveryFailedException e) {
            giveUp(e instanceof DeliveryFailedException ? e.getMessage() : e.getClass().getSimpleName(), e);
        }
    }

    /** No more events of this run. */
    synchronized void giveUp(String why, Throwable cause) {
        isGivenUp = true;
        LOG.warn(ErrorCode.LINEAGE_NOT_SENT.with(why).getMessage());
        LOG.debug("What kept the lineage events", cause);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            try {
                client.close();
            } catch (Exception e) {
                LOG.debug("The client of lineage events does not close", e);
            }
        }
    }
}
