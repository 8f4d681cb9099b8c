package org.bellwether.web.report;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.bellwether.home.Home;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.web.security.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/** The pages of the current release, as they lie in it, with a way back to the console above them. Of the one that is held they are shown to who may approve it. */
@Controller
class ReportFilesController {

    /** Names of the pages of a release and of the folders that they lie in: nothing that leads out of it. */
    private static final Pattern NAME = Pattern.compile("[\\w-]+(\\.[\\w-]+)*(/[\\w-]+(\\.[\\w-]+)*)?");
    private static final Map<String, MediaType> TYPES = Map.of("html", MediaType.valueOf("text/html;charset=utf-8"), "css", MediaType.valueOf("text/css;charset=utf-8"),
            "csv", MediaType.valueOf("text/csv;charset=utf-8"), "pdf", MediaType.APPLICATION_PDF);
    private static final Pattern OTHER = Pattern.compile("href=\"((?!school-)[a-z_]+\\.html)\"");
    private static final String HEADER = "<header class=\"bw-header\">";
    private static final String BAR = "<nav class=\"bw-bar\" aria-label=\"Console\"><div class=\"govuk-width-container\"><a href=\"/\">Back to Bellwether</a></div></nav>\n";

    private final Home home;

    ReportFilesController(Home home) {
        this.home = home;
    }

    @GetMapping("/report/**")
    ResponseEntity<byte[]> report(HttpServletRequest request, WebRequest web) throws IOException {
        return file(current().report(), rest(request, "/report/"), request, web);
    }

    @GetMapping({"/catalogue/**", "/published/catalogue/**"})
    ResponseEntity<byte[]> catalogue(HttpServletRequest request, WebRequest web) throws IOException {
        return file(current().catalogue(), rest(request, request.getServletPath().startsWith("/published") ? "/published/catalogue/" : "/catalogue/"), request, web);
    }

    @GetMapping("/restricted/report/**")
    ResponseEntity<byte[]> restricted(HttpServletRequest request, WebRequest web, @ModelAttribute("person") Person person) throws IOException {
        ResponseEntity<byte[]> page = file(current().restrictedReport(), rest(request, "/restricted/report/"), request, web);
        if (page == null || person.isAnalyst() || !request.getServletPath().endsWith(".html")) {
            return page;
        }
        // Of the others that the menu leads to somebody of a school sees the published edition.
        return ResponseEntity.status(page.getStatusCode()).headers(page.getHeaders())
                .body(OTHER.matcher(new String(page.getBody(), StandardCharsets.UTF_8)).replaceAll("href=\"/report/$1\"").getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/restricted/assets/**")
    ResponseEntity<byte[]> assets(HttpServletRequest request, WebRequest web) throws IOException {
        return file(current().published().resolve("assets"), rest(request, "/restricted/assets/"), request, web);
    }

    @GetMapping("/held/report/**")
    ResponseEntity<byte[]> held(HttpServletRequest request, WebRequest web) throws IOException {
        return file(heldFolder().report(), rest(request, "/held/report/"), request, web);
    }

    @GetMapping("/held/assets/**")
    ResponseEntity<byte[]> heldAssets(HttpServletRequest request, WebRequest web) throws IOException {
        return file(heldFolder().published().resolve("assets"), rest(request, "/held/assets/"), request, web);
    }

    private ReleaseFolder heldFolder() {
        return new HeldReleases(home).held().map(held -> held.folder()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ReleaseFolder current() throws IOException {
        if (!Files.exists(home.current())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ReleaseFolder(home.current().toRealPath());
    }

    private static String rest(HttpServletRequest request, String prefix) {
        String path = request.getServletPath();
        return path.length() <= prefix.length() ? "index.html" : path.substring(prefix.length());
    }

    private static ResponseEntity<byte[]> file(Path folder, String name, HttpServletRequest request, WebRequest web) throws IOException {
        MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (!NAME.matcher(name).matches() || type == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String tag = "\"" + Integer.toHexString(folder.toString().hashCode()) + "-" + name + "\"";
        if (web.checkNotModified(tag)) {
            return null;
        }
        byte[] bytes = read(folder.resolve(name));
        if (name.endsWith(".html")) {
            bytes = new String(bytes, StandardCharsets.UTF_8).replace(HEADER, BAR + HEADER).getBytes(StandardCharsets.UTF_8);
        }
        return ResponseEntity.ok().contentType(type).eTag(tag).header("Cache-Control", request.getServletPath().startsWith("/report") ? "private, no-cache" : "no-store").body(bytes);
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
