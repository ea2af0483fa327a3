package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.ApplicationState;
import tools.jackson.databind.json.JsonMapper;

/** What people of the demonstration do with applications, as everybody does it. */
@Component
@ConditionalOnNotWebApplication
public class DemoApplications {
  private final JdbcReview review;
  private final Quoting quoting;
  private final Applications applications;
  private final DocumentsOfApplication documents;
  private final Reviewing reviewing;
  private final Overdue overdue;
  private final Seen seen;

  DemoApplications(
      JdbcReview review,
      Quoting quoting,
      Applications applications,
      DocumentsOfApplication documents,
      Reviewing reviewing,
      Overdue overdue,
      Seen seen) {
    this.review = review;
    this.quoting = quoting;
    this.applications = applications;
    this.documents = documents;
    this.reviewing = reviewing;
    this.overdue = overdue;
    this.seen = seen;
  }

  /** True if nobody ever applied. */
  public boolean isEmpty() {
    return review.isEmpty();
  }

  /**
   * Asks for a price and applies with it.
   *
   * @param asked the body of {@code POST /api/v1/quotes}
   * @return the number of the draft
   */
  public String draft(String asked, Caller applicant) {
    String quote =
        JsonMapper.shared().readTree(quoting.quote(asked, applicant)).get("number").asString();
    return applications.create(quote, Optional.empty(), applicant).number();
  }

  public void attach(String number, String kind, String name, byte[] content, Caller by) {
    documents.add(number, kind, name, content, by);
  }

  /**
   * @param reason empty where the state needs none
   * @param ground article, or empty
   */
  public void move(String number, ApplicationState to, String reason, String ground, Caller by) {
    applications.move(
        number,
        new Applications.Wish(
            Optional.empty(), to, reason, ground, Optional.empty(), Optional.empty()),
        by);
  }

  /** Says yes to every layer that this caller may decide on, if there is one. */
  public void agree(String number, Caller by) {
    seen.find(number, by).ifPresent(one -> agree(one, by));
  }

  private void agree(Seen.One one, Caller by) {
    String number = one.application().number();
    one.layers().stream()
        .filter(layer -> Reviewing.mayDecide(one, layer, by))
        .filter(layer -> layer.decision() == ApplicationLayer.Decision.PENDING)
        .map(ApplicationLayer::layer)
        .forEach(
            layer -> reviewing.decide(number, layer, ApplicationLayer.Decision.APPROVED, "", by));
  }

  /** Finds that the document for a fact proves it. */
  public void find(String number, String fact, String reason, Caller officer) {
    reviewing.evidence(
        number, new Reviewing.Evidence(fact, true, reason, Optional.empty()), officer);
  }

  public void price(
      String number, BigDecimal amount, String article, String reason, Caller officer) {
    reviewing.price(
        number, new Reviewing.HandPrice(amount, article, reason, Optional.empty()), officer);
  }

  /** Ends what is overdue by now, as the server does every hour. */
  public void endOverdue() {
    overdue.end();
  }
}
