package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Outcome;
import org.tuguan.core.issuing.Party;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What owners and officers find while an application is under review. */
@Service
class Reviewing {
  /** Facts that an officer states after looking at documents, and what proves them. */
  private static final Map<String, String> PROVED_BY =
      Map.of("approval", "reciprocity", "within_contract", "contract");

  private final JdbcApplications applications;
  private final JdbcReview review;
  private final JdbcQuotes quotes;
  private final JdbcDocuments documents;
  private final Quoting quoting;
  private final Seen seen;
  private final AuditTrail audit;
  private final Clock clock;

  Reviewing(
      JdbcApplications applications,
      JdbcReview review,
      JdbcQuotes quotes,
      JdbcDocuments documents,
      Quoting quoting,
      Seen seen,
      AuditTrail audit,
      Clock clock) {
    this.applications = applications;
    this.review = review;
    this.quotes = quotes;
    this.documents = documents;
    this.quoting = quoting;
    this.seen = seen;
    this.audit = audit;
    this.clock = clock;
  }

  /** The owner of a layer says yes or no; an administrator may, where an agency has no owner. */
  @Transactional
  public void decide(
      String number,
      String layer,
      ApplicationLayer.Decision decision,
      String reason,
      Caller caller) {
    Seen.One one = underReview(number, Optional.empty(), caller);
    ApplicationLayer known =
        one.layers().stream()
            .filter(each -> each.layer().equals(layer))
            .findFirst()
            .orElseThrow(() -> RequestException.unknownLayer("layer", layer));
    if (!mayDecide(one, known, caller)) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "layer",
          new LocalText("只有圖層主管機關能決定", "only the agency that answers for the layer decides"));
    }
    if (decision == ApplicationLayer.Decision.REFUSED && reason.isBlank()) {
      throw RequestException.missing("reason");
    }
    Actor actor = new Actor(caller.user().orElseThrow(), Party.OWNER);
    review.decide(
        one.application().id(),
        new ApplicationLayer(
            layer,
            known.agency(),
            decision,
            reason,
            Optional.of(actor.name()),
            Optional.of(clock.instant())));
    note(one.application(), "layer", actor, layer + " " + decision, reason);
  }

  static boolean mayDecide(Seen.One one, ApplicationLayer layer, Caller caller) {
    boolean owns =
        one.is(Party.OWNER) && caller.agency().filter(layer.agency()::equals).isPresent();
    return owns || caller.has(Role.ADMIN) && one.is(Party.OFFICER);
  }

  /** True if the standard gives no price, whether or not somebody has set one since. */
  static boolean isPricedByHand(Application application, KeptQuote quote) {
    Outcome outcome = application.price().outcome();
    boolean open = outcome != Outcome.CHARGED && outcome != Outcome.EXEMPT;
    return open || !application.price().rule().isBlank() && quote.priced().total().isEmpty();
  }

  /**
   * @param amount whole NT$; 0 needs an article too
   * @param article by which it is so
   * @param timeline how many lines of it the officer saw; empty if that does not matter
   */
  record HandPrice(BigDecimal amount, String article, String reason, Optional<Integer> timeline) {}

  /** Sets a price where the standard has none. */
  @Transactional
  public void price(String number, HandPrice set, Caller caller) {
    Seen.One one = underReview(number, set.timeline(), caller);
    Actor actor = one.as(Party.OFFICER, caller);
    BigDecimal amount = set.amount();
    if (!isPricedByHand(
        one.application(), quotes.find(one.application().quote()).orElseThrow().quote())) {
      throw new RequestException(
          Fault.CONFLICT,
          "amount",
          new LocalText("費額依收費標準計得，不能另訂", "the fee standard gives the price; nobody sets another"));
    }
    if (amount == null || amount.signum() < 0 || amount.stripTrailingZeros().scale() > 0) {
      throw RequestException.invalid(
          "amount", String.valueOf(amount), "expected whole NT$ of 0 or more");
    }
    if (set.article().isBlank()) {
      throw RequestException.missing("article");
    }
    if (set.reason().isBlank()) {
      throw RequestException.missing("reason");
    }
    Outcome next = amount.signum() == 0 ? Outcome.EXEMPT : Outcome.CHARGED;
    review.setPrice(
        one.application().id(),
        one.application().quote(),
        new Application.Price(next, Optional.of(amount), set.article()));
    String subject = "NT$ " + amount.toPlainString() + " " + set.article();
    note(one.application(), "price", actor, subject, set.reason());
  }

  /**
   * @param fact approval (of reciprocity) or within_contract
   * @param holds whether the document proves it
   * @param timeline how many lines of it the officer saw; empty if that does not matter
   */
  record Evidence(String fact, boolean holds, String reason, Optional<Integer> timeline) {}

  /** States what a document proves, or does not, and prices the application again under it. */
  @Transactional
  public void evidence(String number, Evidence stated, Caller caller) {
    Seen.One one = underReview(number, stated.timeline(), caller);
    String fact = stated.fact();
    boolean holds = stated.holds();
    String reason = stated.reason();
    Actor actor = one.as(Party.OFFICER, caller);
    String kind = PROVED_BY.get(fact);
    if (kind == null) {
      throw RequestException.invalid("fact", fact, "allowed are " + sorted(PROVED_BY.keySet()));
    }
    if (reason.isBlank()) {
      throw RequestException.missing("reason");
    }
    Application application = one.application();
    if (holds
        && documents.list(application.id()).stream().noneMatch(each -> each.kind().equals(kind))) {
      throw new RequestException(
          Fault.CONFLICT,
          "documents",
          new LocalText(
              "須先有證明文件（種類 %s）".formatted(kind),
              "a document of kind %s comes first".formatted(kind)));
    }
    ObjectNode facts = JsonMapper.shared().createObjectNode().put(fact, holds);
    KeptQuote old = quotes.find(application.quote()).orElseThrow().quote();
    JdbcQuotes.Row next = quoting.again(old, facts);
    quotes.replace(application.quote(), next.id());
    KeptQuote.Priced priced = next.quote().priced();
    review.setPrice(
        application.id(),
        next.id(),
        new Application.Price(priced.status(), priced.total(), OutcomeRule.of(next.quote())));
    note(application, "evidence", actor, fact + " " + holds, reason);
  }

  private Seen.One underReview(String number, Optional<Integer> timeline, Caller caller) {
    Application application = applications.lock(seen.get(number, caller).application().id());
    review.requireSeen(application.id(), timeline);
    Seen.One one = seen.get(number, caller);
    if (one.application().state() != ApplicationState.UNDER_REVIEW) {
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText(
              "申請案目前為「%s」，不在審查中".formatted(one.application().state().title().zh()),
              "the application is %s, not under review"
                  .formatted(one.application().state().title().en())));
    }
    return one;
  }

  private void note(
      Application application, String kind, Actor actor, String subject, String reason) {
    applications.note(application.id(), Event.of(clock.instant(), kind, actor, subject, reason));
    audit.record(
        actor.name(),
        "application." + kind,
        "application:" + application.number(),
        Map.of("subject", subject));
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
