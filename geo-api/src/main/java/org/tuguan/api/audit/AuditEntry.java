package org.tuguan.api.audit;

import java.time.Instant;

/**
 * A line of the audit trail.
 *
 * @param id counts up from 1 without a gap
 * @param actor name of the account, {@code key:} and its id, {@code anonymous}, or {@code system}
 * @param action in the form {@code layer.delete}
 * @param subject what it was done to, in the form {@code layer:roads}
 * @param details a JSON object
 */
public record AuditEntry(
    long id, Instant at, String actor, String action, String subject, String details) {}
