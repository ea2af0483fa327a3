/**
 * The ledger of use. A controller says with one line what it gives ({@link
 * org.tuguan.api.usage.UsageNotes}); when the answer has gone, {@code UsageValve} adds how it went,
 * {@code UsageRecorder} writes it to the journal on disk, and {@code UsageDelivery} brings it to
 * the database, at most a second later if that is there. {@code docs/adr/0019} says why.
 */
package org.tuguan.api.usage;
