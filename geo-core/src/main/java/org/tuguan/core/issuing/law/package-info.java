/**
 * The clock of fee law: what is due when, what being late costs, what is paid back. Days are days
 * in Taipei and are given, never read from a clock; every answer names its clause. Immutable and
 * safe for any thread.
 */
package org.tuguan.core.issuing.law;
