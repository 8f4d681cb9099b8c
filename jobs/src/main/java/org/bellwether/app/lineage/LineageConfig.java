package org.bellwether.app.lineage;

import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.FileConfig;
import io.openlineage.client.transports.FileTransport;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import io.openlineage.client.transports.Transport;
import java.net.URI;
import java.util.regex.Pattern;
import org.bellwether.app.notify.channel.DeliveryFailedException;
import org.bellwether.app.notify.channel.EnvironmentText;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Home;

/**
 * config/lineage.yml with the home's own over it.
 *
 * @param file to which events are added; empty where they go to a server
 * @param url of the server; empty where they go to a file
 * @param key empty where the server asks for none
 * @param namespace empty for that of the authority
 */
public record LineageConfig(String file, String url, String endpoint, String key, String namespace) {

    private static final Pattern CALLED = Pattern.compile("https://[^/]+.*|http://(localhost|127[.]0[.]0[.]1|\\[::1])(:\\d+)?(/.*)?");
    private static final int PATIENCE_MILLISECONDS = 5_000;

    /** @throws BellwetherException naming the file and what to mend */
    public static LineageConfig load(ConfigFiles config) {
        LineageConfig read = config.yaml(ConfigFiles.LINEAGE, LineageConfig.class);
        if (read.file.isBlank() == read.url.isBlank()) {
            throw ErrorCode.LINEAGE_WRONG.with(config.file(ConfigFiles.LINEAGE), "needs file or url, and not both");
        }
        if (!read.url.isBlank() && !read.url.contains("${") && !CALLED.matcher(read.url).matches()) {
            throw ErrorCode.LINEAGE_WRONG.with(config.file(ConfigFiles.LINEAGE), "url must begin with https:// unless it is of this machine");
        }
        return read;
    }

    String namespaceOf(int la) {
        return namespace.isBlank() ? "bellwether-" + la : namespace;
    }

    /** @throws DeliveryFailedException naming the variable of the environment that is not set */
    Transport transport(Home home, EnvironmentText environment) throws DeliveryFailedException {
        if (!file.isBlank()) {
            return new FileTransport(new FileConfig(home.root().resolve(file).toString()));
        }
        HttpConfig http = new HttpConfig();
        http.setUrl(URI.create(environment.of(url)));
        http.setEndpoint(endpoint);
        http.setTimeoutInMillis(PATIENCE_MILLISECONDS);
        String token = environment.of(key);
        if (!token.isBlank()) {
            ApiKeyTokenProvider provider = new ApiKeyTokenProvider();
            provider.setApiKey(token);
            http.setAuth(provider);
        }
        return new HttpTransport(http);
    }
}
