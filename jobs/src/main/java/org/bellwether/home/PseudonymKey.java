package org.bellwether.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The secret under which a home turns UPNs into pseudonyms: 32 bytes, as hex in {@code vault/pseudonym.key}.
 *
 * <p>Without it nobody can find a pupil by trying all UPNs; with another one nothing joins any more.
 */
public final class PseudonymKey {

    private static final int BYTES = 32;
    private static final int BLOCK = 64;

    private final byte[] secret;

    private PseudonymKey(byte[] secret) {
        this.secret = secret;
    }

    /** The key that lies in the vault, made on first use. */
    public static synchronized PseudonymKey of(Home home) {
        Path file = home.vault().resolve("pseudonym.key");
        try {
            if (!Files.exists(file)) {
                create(home, file);
            }
            byte[] secret = HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length != BYTES) {
                throw new ConfigException(file, "must hold 64 hexadecimal digits");
            }
            return new PseudonymKey(secret);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file, "must hold 64 hexadecimal digits");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key as HMAC's inner block (RFC 2104). */
    public byte[] innerBlock() {
        return block((byte) 0x36);
    }

    /** The key as HMAC's outer block. */
    public byte[] outerBlock() {
        return block((byte) 0x5c);
    }

    private byte[] block(byte pad) {
        byte[] block = Arrays.copyOf(secret, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= pad;
        }
        return block;
    }

    private static void create(Home home, Path file) throws IOException {
        Folders.createPrivate(home.vault());
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path beside = file.resolveSibling("pseudonym.key.tmp");
        Files.writeString(beside, HexFormat.of().formatHex(secret) + "\n", StandardCharsets.US_ASCII);
        if (Files.getFileStore(beside).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
        }
        // A key that lies there already is never replaced: rows made under it would join nothing any more.
        if (Files.exists(file)) {
            Files.delete(beside);
        } else {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
