package org.tuguan.core.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tuguan.core.sharing.AgreementState.DRAFT;
import static org.tuguan.core.sharing.AgreementState.ENDED;
import static org.tuguan.core.sharing.AgreementState.EXPIRING;
import static org.tuguan.core.sharing.AgreementState.IN_FORCE;
import static org.tuguan.core.sharing.AgreementState.SIGNED;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tuguan.core.sharing.AgreementState.Mover;

class AgreementStateTest {
  private static final LocalDate FROM = LocalDate.parse("2026-01-01");
  private static final LocalDate UNTIL = LocalDate.parse("2026-12-31");

  private static AgreementState on(String day) {
    return AgreementTerm.stateOn(LocalDate.parse(day), FROM, UNTIL, 30);
  }

  @Test
  void onlyPeopleSignAndNothingComesBackFromTheEnd() {
    for (AgreementState from : AgreementState.values()) {
      assertThat(from.mayMove(SIGNED, Mover.CALENDAR)).isFalse();
      assertThat(from.mayMove(SIGNED, Mover.OFFICER)).isEqualTo(from == DRAFT);
      assertThat(ENDED.moves()).isEmpty();
      assertThat(from.mayMove(DRAFT, Mover.OFFICER)).isFalse();
    }
  }

  @Test
  void everySignedOneCanBeEnded() {
    for (AgreementState state : AgreementState.values()) {
      assertThat(state.mayMove(ENDED, Mover.OFFICER)).isEqualTo(state != ENDED);
    }
  }

  @Test
  void theCalendarTakesItFromItsFirstDayToItsLast() {
    assertThat(on("2025-12-31")).isEqualTo(SIGNED);
    assertThat(on("2026-01-01")).isEqualTo(IN_FORCE);
    assertThat(on("2026-11-30")).isEqualTo(IN_FORCE);
    assertThat(on("2026-12-01")).isEqualTo(EXPIRING);
    assertThat(on("2026-12-31")).isEqualTo(EXPIRING);
    assertThat(on("2027-01-01")).isEqualTo(ENDED);
  }
}
