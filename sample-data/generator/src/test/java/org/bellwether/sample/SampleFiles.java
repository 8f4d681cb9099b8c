package org.bellwether.sample;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads what the generator wrote. */
record SampleFiles(Path root) {

    static SampleFiles generate(Path root, int pupils, int years, long seed) throws IOException {
        SampleGenerator.generate(new SampleOptions(pupils, years, seed), root, line -> { });
        return new SampleFiles(root);
    }

    List<Path> all(String glob) {
        try (Stream<Path> files = Files.walk(root)) {
            var matcher = root.getFileSystem().getPathMatcher("glob:" + glob);
            return files.filter(Files::isRegularFile).filter(file -> matcher.matches(root.relativize(file))).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void rows(String glob, Consumer<CSVRecord> reader) throws IOException {
        for (Path file : all(glob)) {
            rows(file, reader);
        }
    }

    static void rows(Path file, Consumer<CSVRecord> reader) throws IOException {
        String name = file.getFileName().toString();
        boolean isOld = name.startsWith("edubase") || name.startsWith("s251_outturn");
        Charset charset = isOld ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (InputStream in = unpacked(file); CSVParser parser = format.parse(new InputStreamReader(in, charset))) {
            parser.forEach(reader);
        }
    }

    /** Marks in their order: laestab, urn, upn, date, session, code; read without a CSV parser, for there are many. */
    void marks(String glob, Consumer<String[]> reader) throws IOException {
        for (Path file : all(glob)) {
            try (InputStream in = unpacked(file);
                    InputStreamReader text = new InputStreamReader(in, StandardCharsets.US_ASCII);
                    BufferedReader lines = new BufferedReader(text)) {
                lines.lines().skip(1).forEach(line -> reader.accept(line.split(",", 7)));
            }
        }
    }

    /** Digests of what the files hold, unpacked: the same rows do not pack to the same bytes on every machine. */
    Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : all("{night-*,config}/**")) {
            digests.put(root.relativize(file).toString(), digest(file));
        }
        return digests;
    }

    private static String digest(Path file) throws IOException {
        try (DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(),
                MessageDigest.getInstance("SHA-256"))) {
            try (InputStream in = unpacked(file)) {
                in.transferTo(digest);
            } catch (EOFException e) {
                digest.write("cut off".getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
