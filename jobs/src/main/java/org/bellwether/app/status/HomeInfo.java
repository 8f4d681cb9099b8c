package org.bellwether.app.status;

import java.util.TreeMap;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Whose home it is and what readers see, as the last run left it. */
public final class HomeInfo implements InfoContributor {

    private final Home home;

    public HomeInfo(Home home) {
        this.home = home;
    }

    @Override
    public void contribute(Info.Builder info) {
        Json.readWhole(home.statusFile(), Status.class).ifPresent(status -> {
            TreeMap<String, Object> warehouse = new TreeMap<>();
            warehouse.put("la", status.la());
            if (status.release() != null) {
                warehouse.put("release", status.release());
            }
            info.withDetail("warehouse", warehouse);
        });
    }
}
