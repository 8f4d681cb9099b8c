package org.bellwether.contract.catalog;

/** The return and table that a file holds, by its name, its header or both. */
public record ContractMatch(String returnName, String table, boolean byName, boolean byHeader) {
}
