package org.tuguan.api.demo.orders;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tuguan.api.payment.Payment;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.ApplicationState;

/** An application of the demonstration from its draft on: first told, then lived. */
final class Life {
  private static final String OFFICER = "officer";
  private static final String CASHIER = "cashier";

  private final Desks desks;
  private final String applicant;
  private final List<Deed> deeds = new ArrayList<>();
  private int day;
  private String number = "";
  private Payment payment;

  /**
   * @param asked the body of {@code POST /api/v1/quotes}
   */
  Life(Desks desks, String applicant, String asked) {
    this.desks = desks;
    this.applicant = applicant;
    does(applicant, by -> number = desks.issuing().draft(asked, by));
  }

  List<Deed> deeds() {
    return List.copyOf(deeds);
  }

  /** How many office days it takes. */
  int days() {
    return day;
  }

  private Life does(String account, Consumer<Caller> act) {
    deeds.add(new Deed(day, deeds.size(), account, act));
    return this;
  }

  /** The following happens that many office days later. */
  Life after(int officeDays) {
    day += officeDays;
    return this;
  }

  private Life moved(String account, ApplicationState to, String reason, String ground) {
    return does(account, by -> desks.issuing().move(number, to, reason, ground, by));
  }

  Life attaches(String kind, String title) {
    return does(
        applicant,
        by -> desks.issuing().attach(number, kind, title + ".png", SamplePaper.png(title), by));
  }

  Life submits() {
    return moved(applicant, ApplicationState.SUBMITTED, "", "");
  }

  Life withdraws(String reason) {
    return moved(applicant, ApplicationState.WITHDRAWN, reason, "");
  }

  Life isReviewed() {
    return moved(OFFICER, ApplicationState.UNDER_REVIEW, "", "");
  }

  /** By the owner of its layers, and by the administrator where their agency has none. */
  Life isAgreedTo() {
    return does("owner", by -> desks.issuing().agree(number, by))
        .does("admin", by -> desks.issuing().agree(number, by));
  }

  Life isAsked(String question) {
    return moved(OFFICER, ApplicationState.CORRECTION_ASKED, question, "");
  }

  Life isRefused(String reason, String ground) {
    return moved(OFFICER, ApplicationState.REFUSED, reason, ground);
  }

  Life isFound(String fact, String reason) {
    return does(OFFICER, by -> desks.issuing().find(number, fact, reason, by));
  }

  Life isPriced(int amount, String article, String reason) {
    return does(
        OFFICER,
        by -> desks.issuing().price(number, BigDecimal.valueOf(amount), article, reason, by));
  }

  Life isApproved() {
    return moved(OFFICER, ApplicationState.APPROVED, "", "");
  }

  Life isCancelled(String reason) {
    return moved(OFFICER, ApplicationState.CANCELLED, reason, "");
  }

  /** The server looks for what is overdue. */
  Life expires() {
    return does(OFFICER, by -> desks.issuing().endOverdue());
  }

  Life takesSlip() {
    return does(applicant, by -> payment = desks.cash().begin(number, "slip", by));
  }

  Life paysByCard() {
    return does(applicant, by -> payment = desks.cash().begin(number, "card", by))
        .does(applicant, by -> desks.cash().byCard(payment));
  }

  Life paysAtCounter() {
    return does(CASHIER, by -> desks.cash().atCounter(payment, by));
  }

  /**
   * @param alsoStrange true if the bank's file of the day tells of money too that nobody knows
   */
  Life paysByTransfer(boolean alsoStrange) {
    return does(CASHIER, by -> desks.cash().byTransfer(payment, alsoStrange, by));
  }

  Life isMade() {
    return does(applicant, by -> desks.deliveries().make(number, by));
  }

  Life fetches() {
    return does(applicant, by -> desks.deliveries().fetch(number, by));
  }

  Life isClosed() {
    return moved(OFFICER, ApplicationState.CLOSED, "", "");
  }

  Life isRefunded(String article, String reason) {
    return does(CASHIER, by -> desks.cash().refund(payment, article, reason, by));
  }
}
