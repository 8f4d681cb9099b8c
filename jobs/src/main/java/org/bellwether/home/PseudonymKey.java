package org.bellwether.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;

/**
 * The secret under which a home turns UPNs into pseudonyms: 32 bytes, as hex in {@code vault/pseudonym.key}.
 *
 * <p>Without it nobody can find a pupil by trying all UPNs; with another one nothing joins any more.
 */
public final class PseudonymKey {

    static final String FILE = "pseudonym.key";

    private static final int BYTES = 32;
    private static final int BLOCK = 64;

    private final byte[] secret;

    private PseudonymKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * The key that lies in the vault, made on first use.
     *
     * @throws BellwetherException where the home has rows made under a key and that key is not there, or is another one:
     *     a new key would cut every pupil off from their history
     */
    public static synchronized PseudonymKey of(Home home) {
        Path file = home.vault().resolve(FILE);
        if (!Files.exists(file) && KeyFingerprint.isKnown(home)) {
            throw ErrorCode.KEY_GONE.with(file);
        }
        PseudonymKey key = read(home, file);
        KeyFingerprint.agree(home, key.fingerprint());
        return key;
    }

    /** Whether the home has one by now. */
    public static boolean exists(Home home) {
        return Files.exists(home.vault().resolve(FILE));
    }

    /**
     * Whether a copy holds the key of the home.
     *
     * @param copy a file, or the folder in which it bears the name that it has in the vault
     * @throws IOException where one of the two cannot be read
     */
    public static boolean isSame(Home home, Path copy) throws IOException {
        return text(home.vault().resolve(FILE)).equals(text(Files.isDirectory(copy) ? copy.resolve(FILE) : copy));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    }

    private static PseudonymKey read(Home home, Path file) {
        try {
            if (!Files.exists(file)) {
                create(home, file);
            }
            byte[] secret = HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length != BYTES) {
                throw ErrorCode.NO_KEY.with(file);
            }
            return new PseudonymKey(secret);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.NO_KEY.because(e, file);
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

    /** Tells this key from another and nothing of it: the first half of an HMAC-SHA-256 of a known text. */
    private String fingerprint() {
        return HexFormat.of().formatHex(digest("fingerprint"), 0, BYTES / 2);
    }

    /** The pseudonym of one UPN: the upper 63 bits of its HMAC-SHA-256, as the engine makes it of many. */
    public long pupilKey(String upn) {
        return ByteBuffer.wrap(digest(upn)).getLong() >>> 1;
    }

    /** A key of what a row tells of, made as that of a pupil: it says whether two rows tell of the same, and not of what. */
    public long scopeKey(String scope) {
        return pupilKey(scope);
    }

    private byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java always has HMAC-SHA-256", e);
        }
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
        Path beside = file.resolveSibling(FILE + ".tmp");
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
