package org.bellwether.config;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Where the console listens, and who may sign in.
 *
 * @param hosts         names by which it is reached beside localhost, with commas
 * @param behindProxy   whether a proxy before it has the TLS and says who asked
 * @param certificate   PEM file; empty where it speaks no TLS itself
 * @param idle          after which one signs in again
 * @param issuer        of the council's OpenID Connect; empty where people of the home's own alone sign in
 * @param rolesClaim    what of its tokens says what somebody may
 * @param roles         {@code value=role}, with commas
 */
public record ServeSettings(
        @NotBlank(message = "an address of this machine such as 127.0.0.1") String address,
        @Range(min = 0, max = 65_535, message = "from {min} to {max}") int port,
        String hosts,
        boolean behindProxy,
        String certificate,
        String privateKey,
        @DurationMin(minutes = 1, message = "a time from PT1M to P1D") @DurationMax(days = 1, message = "a time from PT1M to P1D") Duration idle,
        @Min(value = 1, message = "{value} or more") long maxUploadBytes,
        @Pattern(regexp = "|https?://\\S+", message = "empty or begin with https://") String issuer,
        String clientId,
        String clientSecret,
        String rolesClaim,
        @Pattern(regexp = "\\s*|\\s*[^=,]+=\\s*(reader|analyst|officer|approver|privacy)\\s*(,\\s*[^=,]+=\\s*(reader|analyst|officer|approver|privacy)\\s*)*",
                message = "pairs such as data-team=officer, with a role of reader, analyst, officer, approver or privacy,") String roles) {

    ServeSettings at(String otherAddress, Integer otherPort) {
        return new ServeSettings(otherAddress == null ? address : otherAddress, otherPort == null ? port : otherPort, hosts, behindProxy, certificate, privateKey, idle,
                maxUploadBytes, issuer, clientId, clientSecret, rolesClaim, roles);
    }

    public boolean hasTls() {
        return !certificate.isBlank();
    }

    public boolean hasOpenId() {
        return !issuer.isBlank();
    }

    /** Whether nobody but this machine reaches it. */
    public boolean isLocal() {
        return List.of("127.0.0.1", "::1", "localhost").contains(address);
    }

    public List<String> hostNames() {
        return parts(hosts);
    }

    /** Which role a value of the claim gives. */
    public Map<String, String> roleOfClaim() {
        Map<String, String> pairs = new TreeMap<>();
        parts(roles).forEach(pair -> pairs.put(pair.substring(0, pair.indexOf('=')).strip(), pair.substring(pair.indexOf('=') + 1).strip()));
        return pairs;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** Without the secret, wherever it may be printed. */
    @Override
    public String toString() {
        return "ServeSettings[address=" + address + ", port=" + port + "]";
    }
}
