package org.bellwether.web.page;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.bellwether.release.site.SiteAssets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.http.HttpStatus;

/** The stylesheets of the pages of a release, those of the console, and the script that makes a page update itself. */
@Controller
class AssetsController {

    private record Asset(MediaType type, byte[] bytes, String tag) {

        static Asset of(MediaType type, byte[] bytes) {
            return new Asset(type, bytes, "\"" + DigestUtils.md5DigestAsHex(bytes) + "\"");
        }
    }

    private final Map<String, Asset> assets;

    AssetsController() throws IOException {
        MediaType css = MediaType.valueOf("text/css;charset=utf-8");
        this.assets = Map.of("govuk-frontend.css", Asset.of(css, SiteAssets.frontendStyles()), "bellwether.css", Asset.of(css, SiteAssets.pageStyles()),
                "console.css", Asset.of(css, SiteAssets.consoleStyles()), "htmx.js", Asset.of(MediaType.valueOf("text/javascript;charset=utf-8"), SiteAssets.htmx()));
    }

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String name, WebRequest request) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (request.checkNotModified(asset.tag())) {
            return null;
        }
        return ResponseEntity.ok().contentType(asset.type()).eTag(asset.tag()).cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic()).body(asset.bytes());
    }
}
