package org.tuguan.core.sharing;

import java.util.Map;
import java.util.Set;
import org.tuguan.core.LocalText;

/** How far a sharing agreement has come, and who may take it where from there. */
public enum AgreementState {
  DRAFT("草稿", "draft"),
  /** The rights are given and begin on its first day. */
  SIGNED("已簽署", "signed"),
  IN_FORCE("生效中", "in force"),
  /** In force, and near its last day. */
  EXPIRING("即將屆滿", "expiring"),
  /** Nothing of what it gave is left. */
  ENDED("已終止", "ended");

  /** Who moves agreements. */
  public enum Mover {
    /** Signs and ends. */
    OFFICER,
    /** The program, as days go by. */
    CALENDAR
  }

  private final LocalText title;

  AgreementState(String zh, String en) {
    this.title = new LocalText(zh, en);
  }

  public LocalText title() {
    return title;
  }

  /** Where it may go from here, and who may take it there. Empty if this is the end. */
  public Map<AgreementState, Set<Mover>> moves() {
    return switch (this) {
      case DRAFT -> Map.of(SIGNED, Set.of(Mover.OFFICER), ENDED, Set.of(Mover.OFFICER));
      case SIGNED -> Map.of(IN_FORCE, Set.of(Mover.CALENDAR), ENDED, Set.of(Mover.OFFICER));
      case IN_FORCE ->
          Map.of(EXPIRING, Set.of(Mover.CALENDAR), ENDED, Set.of(Mover.OFFICER, Mover.CALENDAR));
      case EXPIRING -> Map.of(ENDED, Set.of(Mover.OFFICER, Mover.CALENDAR));
      case ENDED -> Map.of();
    };
  }

  public boolean mayMove(AgreementState to, Mover by) {
    return moves().getOrDefault(to, Set.of()).contains(by);
  }

  /** True if rights stand on it, today or from its first day on. */
  public boolean isSigned() {
    return this == SIGNED || this == IN_FORCE || this == EXPIRING;
  }
}
