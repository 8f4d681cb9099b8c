package org.bellwether.app.notify;

import java.util.HashMap;
import java.util.Map;

/** What every event says beside its own. */
final class EventData {

    private EventData() {
    }

    /**
     * @param at day and clock in England
     * @param release id of the one that readers have; empty where they have none
     */
    static Map<String, Object> with(String la, String laName, String at, String release, Map<String, Object> own) {
        Map<String, Object> data = new HashMap<>(own);
        data.put("la", la);
        data.put("la_name", laName);
        data.put("at", at);
        data.put("release", release);
        return data;
    }
}
