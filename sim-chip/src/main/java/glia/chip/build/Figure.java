package glia.chip.build;

import java.math.BigDecimal;

/**
 * One number of a technology table.
 *
 * @param value in the base unit of its dimension
 * @param source where it was published, or what it was derived from
 * @param grade how sure it is
 */
public record Figure(BigDecimal value, String source, Grade grade) {}
