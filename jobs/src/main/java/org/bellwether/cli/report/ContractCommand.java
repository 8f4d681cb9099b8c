package org.bellwether.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.contract.sheet.ContractDifference;
import org.bellwether.contract.sheet.ContractSheet;
import org.bellwether.home.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a return has to look like, as the home's own config has it. Takes no lock. */
@Command(name = "contract", description = "What the files of a return have to look like on a day, or what has changed of them.", mixinStandardHelpOptions = true)
public final class ContractCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..1", paramLabel = "RETURN", description = "without it the returns are listed")
    private String returnName;

    @Option(names = "--on", paramLabel = "DATE", description = "a day, such as 2024-10-03; today without it")
    private LocalDate on;

    @Option(names = "--diff", arity = "2", paramLabel = "DATE", description = "what is another on the second day than on the first")
    private List<LocalDate> diff;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        ContractCatalog catalog = ContractCatalog.load(ConfigFiles.of(Project.locate(), home.home().config()));
        if (returnName == null) {
            print(catalog.names(), ContractText.of(catalog.returns()));
            return ExitCode.DONE;
        }
        catalog.require(returnName);
        if (diff == null) {
            ContractSheet sheet = ContractSheet.of(catalog, returnName, on == null ? LocalDate.now(Settings.LONDON) : on);
            print(sheet, ContractText.of(sheet));
        } else {
            if (!diff.get(0).isBefore(diff.get(1))) {
                throw ErrorCode.DAYS_NOT_IN_ORDER.with(diff.get(0), diff.get(1));
            }
            ContractDifference difference = ContractDifference.of(catalog, returnName, diff.get(0), diff.get(1));
            print(difference, ContractText.of(difference));
        }
        return ExitCode.DONE;
    }

    private void print(Object value, List<String> text) {
        if (json) {
            Output.OUT.println(Json.text(value));
        } else {
            text.forEach(Output.OUT::println);
        }
    }
}
