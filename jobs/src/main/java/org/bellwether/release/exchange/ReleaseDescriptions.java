package org.bellwether.release.exchange;

import java.io.IOException;
import java.nio.file.Files;
import org.bellwether.release.store.ReleaseFolder;

/** Writes what the field's tools expect beside the published files, which lie there already. */
public final class ReleaseDescriptions {

    private ReleaseDescriptions() {
    }

    public static void write(ReleaseFolder folder, PublishedSchema schema) throws IOException {
        Files.createDirectories(folder.contracts());
        for (PublishedTable mart : schema.marts()) {
            Files.writeString(folder.contracts().resolve(mart.name() + DataContract.ENDING), new DataContract(schema, mart).text());
        }
        Files.writeString(folder.dataPackage(), new DataPackage(schema, folder.published()).text());
    }
}
