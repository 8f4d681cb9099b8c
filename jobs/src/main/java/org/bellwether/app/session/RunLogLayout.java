package org.bellwether.app.session;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.Shown;
import org.bellwether.engine.EngineMessage;

/** An event in a line and its failure in those below it, without a UPN and without what the engine quotes of a row. */
final class RunLogLayout extends PatternLayout {

    @Override
    public String doLayout(ILoggingEvent event) {
        return Shown.lines(withoutValues(super.doLayout(event), event.getThrowableProxy(), 0));
    }

    @Override
    public void start() {
        setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{24} %msg%n%ex");
        super.start();
    }

    private static String withoutValues(String text, IThrowableProxy failure, int depth) {
        if (!(failure instanceof ThrowableProxy one) || depth > 50) {
            return text;
        }
        String safe = text;
        String words = one.getMessage();
        if (words != null && !words.isBlank() && !(one.getThrowable() instanceof BellwetherException)) {
            safe = safe.replace(words, EngineMessage.shown(one.getThrowable()));
        }
        for (IThrowableProxy suppressed : one.getSuppressed()) {
            safe = withoutValues(safe, suppressed, depth + 1);
        }
        return withoutValues(safe, one.getCause(), depth + 1);
    }
}
