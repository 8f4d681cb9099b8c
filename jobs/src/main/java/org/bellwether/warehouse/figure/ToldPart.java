package org.bellwether.warehouse.figure;

/**
 * A part that a figure tells to who sees it. A rate is taken to tell what it divides as well as what it divides by: with its decimals, and one
 * of the two, the other follows.
 *
 * @param part     {@code relation.part}
 * @param family   names the parts that tell of the same children
 * @param position where the part's amount stands beside the figure: numerator or denominator; null where it stands there with others, or divides money
 * @param isCount  whether the figure is a count of pupils or of events
 * @param grows    whether it only grows while its year runs
 * @param isOf     whether the figure counts or sums it, and does not only divide by it
 */
public record ToldPart(String measure, String part, String family, String position, boolean isCount, boolean grows, boolean isOf) {
}
