/**
 * Who did what: the audit trail, which grows and never changes. Entry is {@link
 * org.tuguan.api.audit.AuditTrail}; whoever changes rights, people, layers, styles or fees tells it
 * so in the transaction of the change.
 */
package org.tuguan.api.audit;
