package org.bellwether.batch.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bellwether.batch.report.RunReport;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.ErrorKind;
import org.bellwether.home.EnvironmentFault;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away what a home can make again, where a run finds it damaged: the warehouse, the files of its large facts and those
 * that releases link. The same run makes all of it again from the staged rows, and publishes it as a new release, since the
 * current one may link to the very file that is damaged.
 */
public final class WarehouseRepair {

    private static final Logger LOG = LoggerFactory.getLogger(WarehouseRepair.class);

    private final Home home;
    private final WarehouseProvider warehouses;
    private final RunReport report;

    WarehouseRepair(Home home, WarehouseProvider warehouses, RunReport report) {
        this.home = home;
        this.warehouses = warehouses;
        this.report = report;
    }

    /** Does the work, and where a damaged file keeps it from that, throws away what can be made again and does it once more. */
    public <T> T around(Callable<T> work) {
        try {
            return call(work);
        } catch (RuntimeException e) {
            if (isPending() || !isOfWhatCanBeMadeAgain(e)) {
                // What is cleared away after a run makes room, so why it failed is told while it can be seen.
                throw fault(e).filter(found -> found.code() == ErrorCode.DISK_FULL).<RuntimeException>map(EnvironmentFault::error).orElse(e);
            }
            LOG.info("A file of the warehouse is damaged", e);
            begin("a file of the warehouse was damaged");
            return call(work);
        }
    }

    /** Whether a fault of the machine, or a damaged file that can be made again, is why a run has failed. */
    public boolean explains(Throwable failure) {
        boolean isOfMachine = fault(failure).filter(found -> found.code() != ErrorCode.DAMAGED).isPresent();
        return isOfMachine || isOf(failure.getCause(), ErrorKind.ENVIRONMENT) || !isPending() && isOfWhatCanBeMadeAgain(failure);
    }

    private boolean isOfWhatCanBeMadeAgain(Throwable failure) {
        if (failure.getCause() instanceof BellwetherException cause && cause.code() == ErrorCode.READ_BACK_OTHERWISE) {
            return true;
        }
        Optional<EnvironmentFault> fault = fault(failure);
        return fault.isPresent() && fault.get().code() == ErrorCode.DAMAGED
                && (fault.get().file() == null || !Path.of(fault.get().file()).startsWith(home.staged()));
    }

    private Optional<EnvironmentFault> fault(Throwable failure) {
        return EnvironmentFault.in(failure, home.root());
    }

    private static boolean isOf(Throwable cause, ErrorKind kind) {
        return cause instanceof BellwetherException failure && failure.kind() == kind;
    }

    /** Whether something was thrown away and no release has been made since. */
    public boolean isPending() {
        return Files.exists(mark());
    }

    /** A release has been made of what was made again. */
    public void done() {
        Folders.delete(mark());
    }

    /** Throws it away; who calls it builds again. */
    public void begin(String why) {
        report.madeAgain("made again             build: " + why);
        try {
            warehouses.close();
        } catch (RuntimeException e) {
            // An engine that has met a damaged block may refuse to close in order.
            LOG.debug("The damaged warehouse does not close", e);
        }
        try {
            Files.createDirectories(home.build());
            Files.writeString(mark(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        discard(home);
    }

    /** Forgets the warehouse and all files that are made of it; nothing of it is lost that staged rows do not tell. */
    public static void discard(Home home) {
        for (Path one : List.of(home.warehouseFile(), home.warehouseLog(), home.facts(), home.exports())) {
            Folders.delete(one);
        }
    }

    private Path mark() {
        return home.build().resolve("made-again");
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
