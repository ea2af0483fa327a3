package org.tuguan.api.sharing.circulation;

import java.util.List;
import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * An agency that has not adopted yet and lacks one step.
 *
 * @param reference number of the agreement, application or request that the step is about; empty if
 *     there is none yet
 * @param looksAt what it used most in the time that is looked back
 */
record NearAdoption(String agency, Step step, String reference, List<Looked> looksAt) {
  /** What is missing, the nearest first. */
  enum Step {
    /** There is an agreement in force, and nobody used it. */
    USE(
        "協議已生效，尚無使用紀錄：請同仁用一次協議內的圖層",
        "an agreement is in force and was not used yet: use one of its layers"),
    /** Somebody has to fetch it. */
    FETCH("申請案成果已可下載：請下載以完成交付", "a package is ready: fetch it"),
    /** An application is under way. */
    DELIVERY("申請案辦理中：交付後即為採行", "an application is under way: it counts when it is delivered"),
    /** An agreement waits to be signed or to begin. */
    SIGNING("協議已擬：簽署生效並使用後即為採行", "an agreement was drafted: sign it, then use it"),
    /** It asked for a layer. */
    ANSWER("已請求共用圖層：待主管機關答復", "a layer was asked for: its owner has to answer"),
    /** It uses open layers, and nothing binds. */
    AGREEMENT("已在使用開放圖層：可洽簽共用協議", "it uses open layers: offer an agreement");

    private final LocalText text;

    Step(String zh, String en) {
      this.text = new LocalText(zh, en);
    }

    LocalText text() {
      return text;
    }
  }

  /**
   * @param layer name
   */
  record Looked(String layer, long uses) {}

  NearAdoption {
    Objects.requireNonNull(agency);
    Objects.requireNonNull(step);
    Objects.requireNonNull(reference);
    looksAt = List.copyOf(looksAt);
  }
}
