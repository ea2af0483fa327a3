package org.tuguan.api.issuing;

import java.util.Objects;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.issuing.Party;

/**
 * Who does something with an application.
 *
 * @param name of the account, or {@link AuditTrail#SYSTEM}
 */
public record Actor(String name, Party party) {
  public static final Actor SYSTEM = new Actor(AuditTrail.SYSTEM, Party.SYSTEM);

  public Actor {
    Objects.requireNonNull(name);
    Objects.requireNonNull(party);
  }
}
