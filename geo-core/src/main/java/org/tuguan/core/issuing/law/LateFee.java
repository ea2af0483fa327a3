package org.tuguan.core.issuing.law;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What being late costs.
 *
 * @param days calendar days after the due day
 * @param percent of the amount, 15 at most before enforcement
 * @param surcharge whole NT$, half up
 * @param enforcement true if it is to be handed over for enforcement
 * @param enforceableFrom first day on which it is, if not paid
 * @param lapses last day on which the fee can be collected
 */
public record LateFee(
    long days,
    BigDecimal percent,
    BigDecimal surcharge,
    boolean enforcement,
    LocalDate enforceableFrom,
    LocalDate lapses,
    Clause clause) {}
