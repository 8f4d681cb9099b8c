package org.bellwether.app.privacy.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.contract.catalog.CensusXml;
import org.bellwether.contract.catalog.ContractCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken out of a received file, byte by byte. */
class PupilPiecesTest {

    private static final String UPN = "A899200118001";
    private static final String OTHER = "B899200118002";
    private static final Pupil PUPIL = new Pupil(Set.of(UPN), Set.of(1L));

    @TempDir
    private Path folder;

    @Test
    void of_a_record_over_several_lines_the_line_breaks_stay() throws IOException {
        Path file = csv("upn,why\r\n" + OTHER + ",a\r\n" + UPN + ",\"one\r\ntwo, \"\"three\"\"\"\r\n" + OTHER + ",b\r\n");
        PupilPieces found = new CsvPieces(PUPIL, Optional.empty()).of(file, null);

        assertThat(found.linesOf("")).containsExactly(3L);
        assertThat(erased(file, found)).isEqualTo("upn,why\r\n" + OTHER + ",a\r\n\r\n\r\n" + OTHER + ",b\r\n");
    }

    @Test
    void a_upn_is_found_as_it_is_read_and_the_last_record_may_lack_its_line_break() throws IOException {
        Path file = csv("upn,why\n\"a899 2001 18001 \",x\n" + OTHER + ",y\n" + UPN + ",z");

        assertThat(erased(file, new CsvPieces(PUPIL, Optional.empty()).of(file, null))).isEqualTo("upn,why\n\n" + OTHER + ",y\n");
    }

    @Test
    void a_row_of_another_that_mentions_it_keeps_all_but_the_number() throws IOException {
        Path file = csv("upn,why\n" + OTHER + ",\"fought with " + UPN + ", twice: " + UPN.toLowerCase(Locale.ROOT) + "\"\n");
        PupilPieces found = new CsvPieces(PUPIL, Optional.empty()).of(file, null);

        assertThat(found.lines()).isEmpty();
        assertThat(erased(file, found)).isEqualTo("upn,why\n" + OTHER + ",\"fought with *************, twice: *************\"\n");
    }

    @Test
    void other_bytes_stay_whatever_their_encoding() throws IOException {
        Path file = Files.write(folder.resolve("mixed.csv"), join("\uFEFFupn,name\n".getBytes(StandardCharsets.UTF_8),
                (OTHER + ",Zo\u00EB\n").getBytes(StandardCharsets.UTF_8), (OTHER + ",Ren\u00E9e\n").getBytes(Charset.forName("windows-1252")), (UPN + ",X\n").getBytes(StandardCharsets.UTF_8)));
        byte[] received = Files.readAllBytes(file);
        Path target = folder.resolve("target.csv");
        ReceivedBytes.erase(file, new CsvPieces(PUPIL, Optional.empty()).of(file, null), PUPIL, target);

        assertThat(Files.readAllBytes(target)).startsWith(Arrays.copyOf(received, received.length - UPN.length() - 3)).hasSize(received.length - UPN.length() - 2);
    }

    @Test
    void rows_that_hang_on_the_pupil_s_go_with_it() throws IOException {
        CsvPieces set = new CsvPieces(PUPIL, Optional.of(catalog().contract("school_census").latest()));
        Path pupils = Files.writeString(folder.resolve("2026_spring_pupilonroll.csv"), "NativeId,PupilTableId,UPN\n8994001,1," + OTHER + "\n8994001,2," + UPN + "\n");
        Path needs = Files.writeString(folder.resolve("2026_spring_senneeds.csv"), "NativeId,PupilTableId,SENType\n8994001,1,SEMH\n8994001,2,ASD\n8994001,2,SEMH\n");

        assertThat(set.of(pupils, "pupil_on_roll").linesOf("pupil_on_roll")).containsExactly(3L);
        assertThat(erased(needs, set.of(needs, "sen_needs_on_roll"))).isEqualTo("NativeId,PupilTableId,SENType\n8994001,1,SEMH\n\n\n");
    }

    @Test
    void of_a_school_s_own_xml_the_element_of_the_pupil_goes_with_all_in_it() throws IOException {
        String one = "<PupilOnRoll><PupilIdentifiers><UPN>%s</UPN></PupilIdentifiers>\r\n<TermlyExclusions><TermlyExclusion><Category>SUSP</Category></TermlyExclusion></TermlyExclusions></PupilOnRoll>";
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<Message><Pupils><PupilsOnRoll>" + one.formatted(OTHER) + "\r\n" + one.formatted(UPN) + one.formatted(OTHER)
                + "</PupilsOnRoll></Pupils></Message>";
        Path file = Files.writeString(folder.resolve("school.xml"), xml);
        PupilPieces found = new XmlPieces(PUPIL, CensusXml.load(ConfigFiles.of(Project.locate(), folder), catalog())).of(file);

        assertThat(erased(file, found)).isEqualTo(xml.replace(one.formatted(UPN), "\r\n"));
        assertThat(found.linesOf("pupil_on_roll")).containsExactly(4L);
        assertThat(found.linesOf("termly_exclusions_on_roll")).hasSize(1);
    }

    @Test
    void an_archive_that_is_cut_short_is_read_as_far_as_it_goes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(("upn\n" + UPN + "\n" + OTHER + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        Path file = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() - 6));

        assertThat(ReceivedBytes.mentions(file, PUPIL)).isTrue();
        assertThat(new CsvPieces(PUPIL, Optional.empty()).of(file, null).linesOf("")).containsExactly(2L);
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("received.csv"), text);
    }

    private String erased(Path file, PupilPieces found) throws IOException {
        Path target = folder.resolve("erased");
        ReceivedBytes.erase(file, found, PUPIL, target);
        return Files.readString(target);
    }

    private ContractCatalog catalog() {
        return ContractCatalog.load(ConfigFiles.of(Project.locate(), folder));
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
