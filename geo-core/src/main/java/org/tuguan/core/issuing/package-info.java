/**
 * Issuing data under a fee standard: the standards as data with effective dates, what a request
 * costs under the one in force, and the clauses that say so.
 *
 * <p>The door is {@link org.tuguan.core.issuing.FeeStandards#price}. Everything here is immutable,
 * safe for any thread and depends on its arguments only: no clock, no database. Money is New Taiwan
 * dollars, exact until the end of a line, whole dollars there.
 */
package org.tuguan.core.issuing;
