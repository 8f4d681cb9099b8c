package org.bellwether.app.notify.channel;

/** A channel has not taken a message; what it says holds no secret. */
public final class DeliveryFailedException extends Exception {

    private final boolean isOfChannel;

    private DeliveryFailedException(String why, Throwable cause, boolean isOfChannel) {
        super(why, cause);
        this.isOfChannel = isOfChannel;
    }

    /** The channel takes nothing: others need not be tried before the next run. */
    public static DeliveryFailedException ofChannel(String why, Throwable cause) {
        return new DeliveryFailedException(why, cause, true);
    }

    /** The channel does not take this one. */
    public static DeliveryFailedException ofMessage(String why, Throwable cause) {
        return new DeliveryFailedException(why, cause, false);
    }

    public boolean isOfChannel() {
        return isOfChannel;
    }
}
