package org.tuguan.core.issuing;

import static org.tuguan.core.issuing.Party.APPLICANT;
import static org.tuguan.core.issuing.Party.CASHIER;
import static org.tuguan.core.issuing.Party.OFFICER;
import static org.tuguan.core.issuing.Party.OWNER;
import static org.tuguan.core.issuing.Party.SYSTEM;

import java.util.Map;
import java.util.Set;
import org.tuguan.core.LocalText;

/** How far an application for data has come, and who may take it where from there. */
public enum ApplicationState {
  /** The applicant is still gathering documents. */
  DRAFT("草稿", "draft", Set.of()),
  SUBMITTED("已送件", "submitted", Set.of(APPLICANT, OFFICER)),
  /** The owners of the layers say yes or no, then an officer decides. */
  UNDER_REVIEW("審查中", "under review", Set.of(APPLICANT, OWNER)),
  /** Something is missing; the applicant has until the deadline to bring it. */
  CORRECTION_ASKED("待補正", "correction asked for", Set.of(APPLICANT)),
  /** With reason and legal ground. */
  REFUSED("不予核准", "refused", Set.of(APPLICANT)),
  /** Passed through in one transaction, to {@link #PAYMENT_DUE} or {@link #PAID}. */
  APPROVED("已核准", "approved", Set.of()),
  PAYMENT_DUE("待繳費", "payment due", Set.of(APPLICANT)),
  /** A payment was begun and nobody knows yet how it ended. Never a failure. */
  PAYMENT_UNKNOWN("繳費結果未明", "payment unknown", Set.of()),
  /** Nothing more is to be paid: it was, or nothing is due by a rule that the application names. */
  PAID("費用已結清", "settled", Set.of(APPLICANT)),
  PRODUCING("製作中", "producing", Set.of()),
  /** The package can be fetched. */
  READY("可下載", "ready", Set.of(APPLICANT)),
  /** It was fetched at least once. */
  DELIVERED("已交付", "delivered", Set.of()),
  CLOSED("結案", "closed", Set.of()),
  /** By the applicant. */
  WITHDRAWN("已撤回", "withdrawn", Set.of(APPLICANT, OFFICER)),
  /** By an officer, after approval. */
  CANCELLED("已取消", "cancelled", Set.of(APPLICANT)),
  /** Not paid in time. */
  EXPIRED("逾期失效", "expired", Set.of(APPLICANT)),
  REFUNDED("已退費", "refunded", Set.of(APPLICANT));

  private final LocalText title;
  private final Set<Party> told;

  ApplicationState(String zh, String en, Set<Party> told) {
    this.title = new LocalText(zh, en);
    this.told = told;
  }

  public LocalText title() {
    return title;
  }

  /** Who is written to when an application comes here. */
  public Set<Party> told() {
    return told;
  }

  /** Where it may go from here, and who may take it there. Empty if this is the end. */
  public Map<ApplicationState, Set<Party>> moves() {
    return switch (this) {
      case DRAFT -> Map.of(SUBMITTED, Set.of(APPLICANT), WITHDRAWN, Set.of(APPLICANT));
      case SUBMITTED -> Map.of(UNDER_REVIEW, Set.of(OFFICER), WITHDRAWN, Set.of(APPLICANT));
      case UNDER_REVIEW ->
          Map.of(
              CORRECTION_ASKED, Set.of(OFFICER),
              APPROVED, Set.of(OFFICER),
              REFUSED, Set.of(OFFICER),
              WITHDRAWN, Set.of(APPLICANT));
      case CORRECTION_ASKED ->
          Map.of(
              UNDER_REVIEW, Set.of(APPLICANT, OFFICER),
              REFUSED, Set.of(OFFICER, SYSTEM),
              WITHDRAWN, Set.of(APPLICANT));
      case APPROVED -> Map.of(PAYMENT_DUE, Set.of(SYSTEM), PAID, Set.of(SYSTEM));
      case PAYMENT_DUE ->
          Map.of(
              PAID, Set.of(CASHIER, SYSTEM),
              PAYMENT_UNKNOWN, Set.of(SYSTEM),
              EXPIRED, Set.of(SYSTEM),
              CANCELLED, Set.of(OFFICER),
              WITHDRAWN, Set.of(APPLICANT));
      case PAYMENT_UNKNOWN ->
          Map.of(PAID, Set.of(CASHIER, SYSTEM), PAYMENT_DUE, Set.of(CASHIER, SYSTEM));
      case PAID ->
          Map.of(
              PRODUCING, Set.of(SYSTEM),
              REFUNDED, Set.of(CASHIER, SYSTEM),
              CANCELLED, Set.of(OFFICER));
      case PRODUCING -> Map.of(READY, Set.of(SYSTEM), PAID, Set.of(SYSTEM));
      case READY ->
          Map.of(
              DELIVERED, Set.of(SYSTEM),
              CLOSED, Set.of(OFFICER, SYSTEM),
              REFUNDED, Set.of(CASHIER, SYSTEM));
      case DELIVERED -> Map.of(CLOSED, Set.of(OFFICER, SYSTEM), REFUNDED, Set.of(CASHIER, SYSTEM));
      case CLOSED, CANCELLED -> Map.of(REFUNDED, Set.of(CASHIER, SYSTEM));
      case EXPIRED -> Map.of(PAID, Set.of(CASHIER, SYSTEM));
      case REFUSED, WITHDRAWN, REFUNDED -> Map.of();
    };
  }

  public boolean mayMove(ApplicationState to, Party by) {
    return moves().getOrDefault(to, Set.of()).contains(by);
  }

  /** True if the applicant or the authority still has something to do. */
  public boolean isOpen() {
    return switch (this) {
      case REFUSED, CLOSED, WITHDRAWN, CANCELLED, EXPIRED, REFUNDED -> false;
      default -> true;
    };
  }
}
