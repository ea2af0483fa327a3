package org.tuguan.core.issuing.law;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One part of a fee that is paid in parts.
 *
 * @param number from 1
 * @param principal whole NT$; the parts sum to the fee, and the first carries what does not divide
 * @param interest whole NT$ on what was still owed, by the day since the part before
 */
public record Instalment(int number, LocalDate due, BigDecimal principal, BigDecimal interest) {}
