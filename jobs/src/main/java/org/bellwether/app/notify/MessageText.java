package org.bellwether.app.notify;

/** What a person reads: a subject of one line and a text. */
record MessageText(String subject, String body) {
}
