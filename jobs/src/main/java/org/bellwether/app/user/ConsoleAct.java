package org.bellwether.app.user;

import java.time.Instant;

/**
 * What somebody has done or looked at in the console, as control/audit.jsonl keeps it.
 *
 * @param at      when
 * @param by      who; null where nobody was signed in
 * @param act     in a few words
 * @param of      what it was done to; null where that is the home
 * @param outcome {@code done}, {@code refused}, {@code seen}, or why it was not done
 */
public record ConsoleAct(Instant at, String by, String act, String of, String outcome) {
}
