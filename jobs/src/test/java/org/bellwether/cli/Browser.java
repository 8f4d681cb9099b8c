package org.bellwether.cli;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a window, as Debian's packages chromium and chromium-driver have it; tests say when they skip for want of it. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        return start(List.of());
    }

    /** In which no script runs. */
    static Browser withoutScript() {
        return start(List.of("--blink-settings=scriptEnabled=false"));
    }

    private static Browser start(List<String> arguments) {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), "skipped: the packages chromium and chromium-driver are not installed");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-quic");
        options.addArguments(arguments);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new Browser(new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options));
    }

    void open(Path page, int width) {
        open(page.toUri().toString(), width);
    }

    void open(String address, int width) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.get(address);
        // A window takes its width a moment after it was told to.
        new WebDriverWait(driver, Duration.ofSeconds(30)).until(now -> ((Number) driver.executeScript("return window.innerWidth")).intValue() == width);
    }

    /** Writes into the field of this label, as somebody at the keys does; a list has the choice of these words. */
    void fill(String label, String text) {
        WebElement field = driver.findElement(By.id(driver.findElement(By.xpath("//label[starts-with(normalize-space(), " + quoted(label) + ")]")).getAttribute("for")));
        if (field.getTagName().equals("select")) {
            new Select(field).selectByVisibleText(text);
        } else if (List.of("radio", "checkbox").contains(field.getAttribute("type"))) {
            field.findElement(By.xpath("following-sibling::label")).click();
        } else {
            field.sendKeys(text);
        }
    }

    /** Presses the button, or follows the link, of this name. */
    void press(String name) {
        for (WebElement summary : driver.findElements(By.cssSelector("details:not([open]) > summary"))) {
            if (!summary.findElements(By.xpath("..//button[normalize-space()=" + quoted(name) + "]")).isEmpty()) {
                summary.click();
            }
        }
        WebElement found = driver.findElement(By.xpath("(//button[normalize-space()=%1$s] | //a[starts-with(normalize-space(), %1$s)] | //summary[normalize-space()=%1$s])[1]".formatted(quoted(name))));
        found.click();
    }

    /** As paper has it: how many pages, and whether anything stands beside them. */
    List<String> wideOnPaper() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        // A4 within margins, at 96 to the inch.
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", 718, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        Object wide = driver.executeScript("return [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 720 && !e.closest('.bw-svg, .govuk-visually-hidden'))"
                + ".map(e => e.tagName + '.' + e.className).slice(0, 3)");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        return ((List<?>) wide).stream().map(Object::toString).toList();
    }

    /** Waits until the page says this, for as long as a night takes. */
    void waitFor(String words) {
        try {
            new WebDriverWait(driver, Duration.ofMinutes(4)).ignoring(StaleElementReferenceException.class).until(now -> text().contains(words));
        } catch (TimeoutException e) {
            throw new AssertionError("The page never said: " + words + System.lineSeparator() + "but: " + text(), e);
        }
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** What is reached from key to key, from the top of the page: names of links, buttons and fields, and whether each shows that it is reached. */
    List<String> reachedByKeys(int most) {
        List<String> reached = new ArrayList<>();
        for (int n = 0; n < most; n++) {
            new Actions(driver).sendKeys(Keys.TAB).perform();
            WebElement now = driver.switchTo().activeElement();
            if (now.getTagName().equals("body")) {
                if (reached.isEmpty() && n < 2) {
                    // The keys were not yet the page's.
                    continue;
                }
                break;
            }
            boolean isSeen = Boolean.TRUE.equals(driver.executeScript("const s = getComputedStyle(arguments[0]); return s.outlineStyle !== 'none' || s.boxShadow !== 'none';", now));
            reached.add(now.getTagName() + " " + now.getText() + (isSeen ? "" : " UNSEEN"));
        }
        return reached;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    /** Rules of WCAG that the page breaks, with the first place each. */
    List<String> faultsOfAccess() {
        // In one window: another one would have a second to open, which a busy machine does not give.
        return new AxeBuilder().setLegacyMode().analyze(driver).getViolations().stream().map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()).toList();
    }

    long contentWidth() {
        return ((Number) driver.executeScript("return document.documentElement.scrollWidth")).longValue();
    }

    /** Addresses of all that was asked for since the start. */
    List<String> requests() {
        JsonMapper json = JsonMapper.shared();
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream().map(entry -> json.readTree(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asString("").equals("Network.requestWillBeSent"))
                .map(message -> message.path("params").path("request").path("url").asString("")).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
