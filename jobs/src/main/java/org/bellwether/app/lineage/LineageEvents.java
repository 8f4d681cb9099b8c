package org.bellwether.app.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes events by the standard: runs of jobs with the tables that they read and make. */
final class LineageEvents {

    private static final String INTEGRATION = "BELLWETHER";

    private final OpenLineage facets = new OpenLineage(URI.create("urn:bellwether"));
    private final String namespace;

    LineageEvents(String namespace) {
        this.namespace = namespace;
    }

    /**
     * One run of a job, or of a model within it.
     *
     * @param id the same for each of its events, whichever process tells of them
     * @param kind JOB or MODEL
     * @param parent in which it ran; null where in none
     */
    record Run(UUID id, String job, String kind, Run parent) {
    }

    /** A table, a view or a delivery. */
    record Column(String name, String type, String says) {
    }

    /**
     * @param rows null where they are not counted
     * @param version id of a release; null where the table is of none
     * @param madeOf names of tables by column, with the column there and the measure by which it is made of it
     */
    record Output(String name, List<Column> columns, Long rows, String version, Map<String, Source> madeOf) {
    }

    record Source(String table, String column, String measure) {
    }

    /** @param identity what tells the run from all others of the home */
    Run run(String job, String kind, Run parent, String identity) {
        return new Run(UUID.nameUUIDFromBytes((namespace + "\n" + job + "\n" + identity).getBytes(StandardCharsets.UTF_8)), job, kind, parent);
    }

    OpenLineage.RunEvent start(Run run, Instant at) {
        return event(EventType.START, run, at, null, List.of(), List.of());
    }

    OpenLineage.RunEvent complete(Run run, Instant at, List<OpenLineage.InputDataset> inputs, List<OpenLineage.OutputDataset> outputs) {
        return event(EventType.COMPLETE, run, at, null, inputs, outputs);
    }

    /** @param sentence of the catalogue */
    OpenLineage.RunEvent fail(Run run, Instant at, String sentence) {
        return event(EventType.FAIL, run, at, sentence, List.of(), List.of());
    }

    OpenLineage.RunEvent abort(Run run, Instant at) {
        return event(EventType.ABORT, run, at, null, List.of(), List.of());
    }

    OpenLineage.InputDataset input(String name, List<Column> columns, Long rows) {
        OpenLineage.InputDatasetBuilder input = facets.newInputDatasetBuilder().namespace(namespace).name(name)
                .facets(facets.newDatasetFacetsBuilder().schema(schema(columns)).build());
        if (rows != null) {
            input.inputFacets(facets.newInputDatasetInputFacetsBuilder()
                    .inputStatistics(facets.newInputStatisticsInputDatasetFacetBuilder().rowCount(rows).build()).build());
        }
        return input.build();
    }

    OpenLineage.OutputDataset output(Output output) {
        OpenLineage.DatasetFacetsBuilder described = facets.newDatasetFacetsBuilder().schema(schema(output.columns()));
        if (output.version() != null) {
            described.version(facets.newDatasetVersionDatasetFacetBuilder().datasetVersion(output.version()).build());
        }
        if (!output.madeOf().isEmpty()) {
            described.columnLineage(columnLineage(output.madeOf()));
        }
        OpenLineage.OutputDatasetBuilder made = facets.newOutputDatasetBuilder().namespace(namespace).name(output.name()).facets(described.build());
        if (output.rows() != null) {
            made.outputFacets(facets.newOutputDatasetOutputFacetsBuilder()
                    .outputStatistics(facets.newOutputStatisticsOutputDatasetFacetBuilder().rowCount(output.rows()).build()).build());
        }
        return made.build();
    }

    private OpenLineage.ColumnLineageDatasetFacet columnLineage(Map<String, Source> madeOf) {
        OpenLineage.ColumnLineageDatasetFacetFieldsBuilder fields = facets.newColumnLineageDatasetFacetFieldsBuilder();
        madeOf.forEach((column, source) -> fields.put(column, facets.newColumnLineageDatasetFacetFieldsAdditionalBuilder()
                .inputFields(List.of(facets.newInputFieldBuilder().namespace(namespace).name(source.table()).field(source.column())
                        .transformations(List.of(facets.newInputFieldTransformationsBuilder().type("DIRECT").subtype("TRANSFORMATION")
                                .description("measure " + source.measure()).masking(false).build())).build())).build()));
        return facets.newColumnLineageDatasetFacetBuilder().fields(fields.build()).build();
    }

    /** Null where no column is known. */
    private OpenLineage.SchemaDatasetFacet schema(List<Column> columns) {
        return columns.isEmpty() ? null : facets.newSchemaDatasetFacetBuilder().fields(columns.stream().map(column -> facets.newSchemaDatasetFacetFieldsBuilder()
                .name(column.name()).type(column.type()).description(column.says()).build()).toList()).build();
    }

    private OpenLineage.RunEvent event(EventType type, Run run, Instant at, String error, List<OpenLineage.InputDataset> inputs,
            List<OpenLineage.OutputDataset> outputs) {
        OpenLineage.RunFacetsBuilder told = facets.newRunFacetsBuilder();
        if (run.parent() != null) {
            told.parent(facets.newParentRunFacetBuilder().run(facets.newParentRunFacetRunBuilder().runId(run.parent().id()).build())
                    .job(facets.newParentRunFacetJobBuilder().namespace(namespace).name(run.parent().job()).build()).build());
        }
        if (error != null) {
            told.errorMessage(facets.newErrorMessageRunFacetBuilder().message(error).programmingLanguage("SQL").build());
        }
        OpenLineage.JobFacets job = facets.newJobFacetsBuilder().jobType(facets.newJobTypeJobFacetBuilder().processingType("BATCH")
                .integration(INTEGRATION).jobType(run.kind()).build()).build();
        return facets.newRunEventBuilder().eventType(type).eventTime(at.atZone(ZoneOffset.UTC))
                .run(facets.newRunBuilder().runId(run.id()).facets(told.build()).build())
                .job(facets.newJobBuilder().namespace(namespace).name(run.job()).facets(job).build())
                .inputs(inputs).outputs(outputs).build();
    }
}
