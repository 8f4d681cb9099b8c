package org.bellwether.app.waiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Shown;
import org.bellwether.config.Yaml;
import org.bellwether.contract.Waiver;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.TemporaryFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a decision not to ask a rule of some schools into config/waivers.yml of a home, below what stands there: its words and comments stay.
 *
 * <p>The home's lock is not needed: a run has read its config when it began, and the file is there whole, old or new.
 */
public final class WaiverService {

    private static final String KEY = "waivers";
    private static final String NONE = "(?m)^waivers: *[{] *[}] *$\\R?";

    private final Project project;
    private final Home home;
    private final Path file;

    public WaiverService(Project project, Home home) {
        this.project = project;
        this.home = home;
        this.file = home.config().resolve(ConfigFiles.WAIVERS);
    }

    /**
     * What one decides.
     *
     * @param schools LAESTABs
     * @param until   last day on which a file is received that it holds for, at most a year after the first
     */
    public record Decision(String rule, List<Integer> schools, LocalDate from, LocalDate until, String by, String why) {
    }

    /** A line of the trail. */
    private record Act(Instant at, String action, String waiver, String rule, List<Integer> schools, LocalDate until, String by, String why) {
    }

    /**
     * @return as config reads it now
     * @throws BellwetherException where the rule cannot be waived or the time is none, or nothing can be added to the file; it is as it was then
     */
    public Waiver add(Decision decision, Instant now) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        JsonNode tree = Yaml.tree(file.toString(), before);
        String name = name(decision, tree.path(KEY));
        ObjectNode added = waiver(decision);
        String text = withEntry(before, tree, name, added);
        if (!Yaml.tree(file.toString(), text).path(KEY).equals(entries(tree).set(name, added))) {
            throw ErrorCode.WAIVERS_NOT_ADDED.with(file);
        }
        Waiver waiver = checked(text).waivers().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        Path beside = file.resolveSibling("." + ConfigFiles.WAIVERS + ".new");
        Files.createDirectories(file.getParent());
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        new AuditTrail(home).add(new Act(now, "waive", name, waiver.rule(), waiver.schools(), waiver.until(), waiver.by(), waiver.why()));
        return waiver;
    }

    /** The home's config with this text in it, as it would be read. */
    private ContractCatalog checked(String text) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("bellwether-waiver")) {
            if (Files.isDirectory(home.config())) {
                Folders.copy(home.config(), folder.path());
            }
            Files.writeString(folder.path().resolve(ConfigFiles.WAIVERS), text);
            try {
                return ContractCatalog.load(ConfigFiles.of(project, folder.path()));
            } catch (BellwetherException e) {
                throw ErrorCode.NOTHING_WAIVED.because(e, e.getMessage().replace(folder.path().toString(), home.config().toString()));
            }
        }
    }

    private static String withEntry(String before, JsonNode tree, String name, ObjectNode waiver) {
        boolean isFirst = entries(tree).isEmpty();
        String text = isFirst ? before.replaceAll(NONE, "") : before;
        StringBuilder after = new StringBuilder(text);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            after.append('\n');
        }
        if (isFirst) {
            after.append(KEY).append(":\n");
        }
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.set(name, waiver);
        return after + Yaml.text(entry).lines().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static ObjectNode entries(JsonNode tree) {
        return tree.path(KEY) instanceof ObjectNode entries ? entries.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode waiver(Decision decision) {
        ObjectNode waiver = JsonNodeFactory.instance.objectNode();
        waiver.put("rule", decision.rule());
        decision.schools().forEach(waiver.putArray("schools")::add);
        waiver.put("from", decision.from().toString()).put("until", decision.until().toString());
        return waiver.put("by", Shown.text(decision.by())).put("why", Shown.text(decision.why()));
    }

    private static String name(Decision decision, JsonNode known) {
        String first = (decision.rule() + "-" + decision.schools().stream().map(String::valueOf).findFirst().orElse("none") + "-" + decision.from()).toLowerCase(Locale.ROOT);
        String name = first;
        for (int n = 2; known.has(name); n++) {
            name = first + "-" + n;
        }
        return name;
    }
}
