package org.tuguan.core.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplicationStateTest {
  @Test
  void everyStateIsReachedFromTheDraft() {
    Set<ApplicationState> reached = EnumSet.noneOf(ApplicationState.class);
    Deque<ApplicationState> open = new ArrayDeque<>(Set.of(ApplicationState.DRAFT));
    while (!open.isEmpty()) {
      ApplicationState state = open.pop();
      if (reached.add(state)) {
        open.addAll(state.moves().keySet());
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(ApplicationState.values());
  }

  @Test
  void everyOpenStateHasAWayOn() {
    for (ApplicationState state : ApplicationState.values()) {
      assertThat(!state.isOpen() || !state.moves().isEmpty()).as(state.name()).isTrue();
      assertThat(state.moves()).as(state.name()).doesNotContainKey(state);
      assertThat(state.moves().values()).as(state.name()).allMatch(by -> !by.isEmpty());
    }
  }

  @Test
  void applicantNeitherApprovesNorSettles() {
    for (ApplicationState from : ApplicationState.values()) {
      for (ApplicationState to : EnumSet.of(ApplicationState.APPROVED, ApplicationState.PAID)) {
        assertThat(from.mayMove(to, Party.APPLICANT)).as(from + " to " + to).isFalse();
        assertThat(from.mayMove(to, Party.OWNER)).as(from + " to " + to).isFalse();
      }
    }
  }

  @Test
  void unknownPaymentIsNeverGivenUp() {
    assertThat(ApplicationState.PAYMENT_UNKNOWN.moves().keySet())
        .containsExactlyInAnyOrder(ApplicationState.PAID, ApplicationState.PAYMENT_DUE);
  }
}
