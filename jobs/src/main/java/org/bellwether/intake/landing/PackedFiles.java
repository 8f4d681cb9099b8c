package org.bellwether.intake.landing;

import java.nio.file.Path;
import java.util.Optional;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.intake.archive.Packed;
import org.bellwether.intake.archive.ZipArchive;
import org.bellwether.intake.parquet.ParquetTable;
import org.bellwether.intake.workbook.Workbook;

/** Knows files that hold what is received file by file: archives, workbooks with their sheets, and Parquet. */
public final class PackedFiles {

    private final ContractCatalog catalog;

    public PackedFiles(ContractCatalog catalog) {
        this.catalog = catalog;
    }

    /** The file as what holds others; nothing where it is a file like any other. */
    public Optional<Packed> of(Path file) {
        return ZipArchive.is(file) ? Optional.of(new ZipArchive(file)) : workbook(file);
    }

    /** Of what came out of an archive workbooks and Parquet alone hold others: an archive in an archive is not looked into. */
    public Optional<Packed> workbook(Path file) {
        return ParquetTable.is(file) ? Optional.of(new ParquetTable(file, catalog)) : ZipArchive.workbook(file).map(kind -> new Workbook(file, kind, catalog));
    }
}
