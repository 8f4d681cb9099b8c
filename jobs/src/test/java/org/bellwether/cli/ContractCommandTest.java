package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.contract.sheet.ContractDifference;
import org.bellwether.contract.sheet.ContractSheet;
import org.bellwether.home.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that says what a return has to look like: it needs no home that is there. */
class ContractCommandTest {

    @TempDir
    private Path folder;

    @Test
    void a_return_is_told_as_on_a_day_in_words_and_as_json() throws Exception {
        assertThat(told(ExitCode.DONE, "exclusion_notice", "--on", "2021-07-31")).contains("as on 2021-07-31", "FIXD Fixed-period exclusion", "EXC-017", "a row replaces that of the same notice_id")
                .doesNotContain("SUSP Suspension");
        assertThat(Json.parse(told(ExitCode.DONE, "exclusion_notice", "--on", "2021-07-31", "--json"), ContractSheet.class).returnName()).isEqualTo("exclusion_notice");
        assertThat(told(ExitCode.DONE)).contains("exclusion_notice", "attendance_marks", "every school day");
    }

    @Test
    void what_has_changed_is_told_with_why() throws Exception {
        assertThat(told(ExitCode.DONE, "exclusion_notice", "--diff", "2021-07-31", "2021-08-01"))
                .contains("fixed-period exclusion is called suspension", "exclusion_notice.category  code added: SUSP (Suspension)", "code ended: FIXD (");
        assertThat(Json.parse(told(ExitCode.DONE, "exclusion_notice", "--diff", "2021-07-31", "2021-08-01", "--json"), ContractDifference.class).lines()).isNotEmpty();
        assertThat(told(ExitCode.DONE, "gias", "--diff", "2021-07-31", "2021-08-01")).contains("nothing of its files has changed");
    }

    @Test
    void what_cannot_be_told_says_what_to_do() throws Exception {
        assertThat(told(ExitCode.USAGE, "exclusion_notices")).contains("USR-010", "exclusion_notice");
        assertThat(told(ExitCode.USAGE, "exclusion_notice", "--diff", "2021-08-01", "2021-07-31")).contains("USR-068", "earlier day first");
    }

    private String told(int code, String... arguments) throws Exception {
        String[] line = new String[arguments.length + 3];
        line[0] = "contract";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        line[arguments.length + 1] = "--home";
        line[arguments.length + 2] = folder.resolve("home").toString();
        Child child = Child.start(folder.resolve("process"), line);
        assertThat(child.await()).as(child.printed()).isEqualTo(code);
        return child.printed();
    }
}
