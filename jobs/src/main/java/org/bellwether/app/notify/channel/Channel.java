package org.bellwether.app.notify.channel;

/** A way out of the home, ready to send. */
@FunctionalInterface
public interface Channel {

    /**
     * Returns when the message has been taken; waits no longer than a minute or two.
     *
     * @throws DeliveryFailedException where it was not taken
     */
    void send(Message message) throws DeliveryFailedException;
}
