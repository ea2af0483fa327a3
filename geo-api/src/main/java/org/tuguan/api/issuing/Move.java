package org.tuguan.api.issuing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.issuing.ApplicationState;

/**
 * A step of an application from one state to another.
 *
 * @param application its id
 * @param from the state that whoever makes it believes it to be in
 * @param reason for people; may be empty where the state needs none
 * @param legalGround article, or empty
 * @param due last day for what is to be done in the new state, in Asia/Taipei
 */
public record Move(
    long application,
    ApplicationState from,
    ApplicationState to,
    Actor actor,
    String reason,
    String legalGround,
    Optional<LocalDate> due) {
  public Move {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(legalGround);
    Objects.requireNonNull(due);
  }
}
