package org.bellwether.warehouse.model;

import java.time.Duration;

/**
 * What became of one model in a build.
 *
 * @param model schema and name
 * @param partition academic year of a fact that lives as Parquet, else empty
 * @param computed false where its inputs were as before
 * @param rows rows that it holds; 0 for a view
 */
public record ModelRun(String model, String partition, boolean computed, long rows, Duration took) {
}
