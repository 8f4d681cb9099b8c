package org.bellwether.app.notify.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends mail by a server of the authority's, as plain text. */
final class MailChannel implements Channel {

    /** Milliseconds. */
    private static final String PATIENCE = "15000";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final String from;
    private final String domain;

    MailChannel(String host, int port, MailSettings.Tls tls, String user, String password, String from) {
        this.from = from;
        this.domain = from.replaceAll(".*@|[^A-Za-z0-9.-]", "");
        String protocol = tls == MailSettings.Tls.TLS ? "smtps" : "smtp";
        sender.setHost(host);
        sender.setPort(port);
        sender.setProtocol(protocol);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + wait, PATIENCE);
        }
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (tls == MailSettings.Tls.STARTTLS) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            // Without it a server in between could take the offer of encryption out, and have the password.
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        if (!user.isBlank()) {
            sender.setUsername(user);
            sender.setPassword(password);
            properties.setProperty("mail." + protocol + ".auth", "true");
        }
    }

    @Override
    public void send(Message message) throws DeliveryFailedException {
        try {
            sender.send(mail(message));
        } catch (MailAuthenticationException e) {
            throw DeliveryFailedException.ofChannel("the mail server does not take user and password", e);
        } catch (MailSendException e) {
            // Of a server that was reached it names the messages that it has not taken.
            throw e.getFailedMessages().isEmpty() || isUnreached(e) ? DeliveryFailedException.ofChannel("the mail server is not reached: " + why(e), e)
                    : DeliveryFailedException.ofMessage("the mail server does not take the message: " + why(e), e);
        } catch (MailException | MessagingException e) {
            throw DeliveryFailedException.ofMessage(why(e), e);
        }
    }

    private static boolean isUnreached(MailSendException failure) {
        return failure.getMessage() != null && failure.getMessage().startsWith("Mail server connection failed");
    }

    private MimeMessage mail(Message message) throws MessagingException {
        MimeMessage mail = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(message.to());
        helper.setSubject(message.subject());
        helper.setText(message.text());
        mail.setHeader("Message-ID", "<" + message.delivery() + "@" + domain + ">");
        mail.setHeader("X-Bellwether-Delivery", message.delivery());
        mail.setHeader("X-Bellwether-Event", message.event());
        // Out-of-office replies are not sent to it.
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** The kind of failure at its root and no more: servers put addresses and their own greetings into their words. */
    private static String why(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof MailSendException send && send.getMessageExceptions().length > 0) {
            return why(send.getMessageExceptions()[0]);
        }
        return root.getClass().getSimpleName();
    }
}
