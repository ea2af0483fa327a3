package org.tuguan.api.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * An agency or a partner asks for a layer that is not shared with it.
 *
 * @param owner id of the agency that answers for the layer
 * @param due last day for the answer, in Asia/Taipei
 * @param reason of the answer
 * @param agreement number of the one that came of it
 */
record LayerRequest(
    long id,
    String number,
    String layer,
    String title,
    String owner,
    Optional<String> fromAgency,
    Optional<Long> fromPartner,
    String purpose,
    State state,
    LocalDate due,
    String reason,
    Optional<String> agreement,
    boolean demo,
    Instant created,
    Optional<Instant> answered) {
  /** How far it has come. */
  enum State {
    OPEN("待答復", "waiting for an answer"),
    /** An agreement was drafted. */
    GRANTED("同意，擬訂協議", "granted"),
    REFUSED("不同意", "refused"),
    WITHDRAWN("已撤回", "withdrawn");

    private final LocalText title;

    State(String zh, String en) {
      this.title = new LocalText(zh, en);
    }

    LocalText title() {
      return title;
    }
  }

  LayerRequest {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(owner);
    Objects.requireNonNull(state);
    Objects.requireNonNull(due);
    if (fromAgency.isPresent() == fromPartner.isPresent()) {
      throw new IllegalArgumentException("either an agency or a partner asks");
    }
  }
}
