package org.bellwether.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;

/**
 * The program as the launcher lays it out: in jars, with the engine's library beside its driver, and with an archive of the classes that a
 * start loads. A process that has to find its classes in folders, and to unpack the library, takes a second longer to start.
 */
final class LaidOutProgram {

    /** What the archive is made with, and used with; nothing of it is told on the output of the program. */
    private static final List<String> OPTIONS = List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr");
    private static final String DRIVER = "duckdb_jdbc-";
    private static final String LIBRARY = "libduckdb_java.so_";
    private static final String LIBRARY_HERE = LIBRARY + "linux_" + System.getProperty("os.arch").replace("aarch64", "arm64");

    private static LaidOutProgram program;

    private final Path folder;

    private LaidOutProgram(Path folder) {
        this.folder = folder;
    }

    static synchronized LaidOutProgram get() throws IOException, InterruptedException {
        if (program == null) {
            program = new LaidOutProgram(MadeOnce.folder("program", folder -> new LaidOutProgram(folder).make()));
        }
        return program;
    }

    /** With what a JVM starts it, its class path among them. */
    List<String> options() {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of(project(), "-XX:SharedArchiveFile=" + archive(), "-cp", classPath()));
        return options;
    }

    private void make() throws IOException, InterruptedException {
        for (Path entry : MadeOnce.classPath()) {
            if (Files.isDirectory(entry)) {
                pack(entry, laid(entry));
            } else if (isDriver(entry)) {
                layLibraryBeside(entry);
            }
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(OPTIONS);
        command.addAll(List.of(project(), "-XX:ArchiveClassesAtExit=" + archive(), "-Djava.io.tmpdir=" + folder, "-cp", classPath(), Bellwether.class.getName(), "warm-up"));
        Path log = folder.resolve("warm-up.log");
        if (new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor() != 0) {
            throw new AssertionError("The program does not start: " + Files.readString(log));
        }
    }

    private static String project() {
        return "-D" + Project.PROPERTY + "=" + Project.locate().root();
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private String classPath() {
        return MadeOnce.classPath().stream().map(entry -> laid(entry).toString()).collect(Collectors.joining(File.pathSeparator));
    }

    /** Where an entry of the tests' class path lies for the program. */
    private Path laid(Path entry) {
        if (Files.isDirectory(entry)) {
            return folder.resolve("classes-" + MadeOnce.classPath().indexOf(entry) + ".jar");
        }
        return isDriver(entry) ? folder.resolve(entry.getFileName()) : entry;
    }

    private static boolean isDriver(Path entry) {
        return entry.getFileName().toString().startsWith(DRIVER);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : Folders.files(classes)) {
                out.putNextEntry(new ZipEntry(Folders.name(classes, file)));
                Files.copy(file, out);
            }
        }
    }

    /** The driver without libraries, and that of this machine where the driver looks first; as it is where it has none for it. */
    private void layLibraryBeside(Path driver) throws IOException {
        try (ZipFile whole = new ZipFile(driver.toFile()); JarOutputStream out = new JarOutputStream(Files.newOutputStream(laid(driver)))) {
            ZipEntry library = whole.getEntry(LIBRARY_HERE);
            Enumeration<? extends ZipEntry> entries = whole.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (library == null || !entry.getName().startsWith(LIBRARY)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    whole.getInputStream(entry).transferTo(out);
                }
            }
            if (library != null) {
                Files.copy(whole.getInputStream(library), folder.resolve(LIBRARY_HERE));
            }
        }
    }
}
