package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.payment.Finding;
import org.tuguan.core.payment.PaymentState;

/**
 * A payment as it is told; days in Asia/Taipei, whole NT$.
 *
 * @param paid null until it is
 * @param receipt number; null until it is paid
 * @param refunded without interest
 * @param instruction null unless the caller may pay it now
 * @param may what the caller may do with it: pay, refund, receive, settle, check
 */
record PaymentJson(
    long id,
    String number,
    String application,
    ApplicationState applicationState,
    String payer,
    String method,
    LocalText methodTitle,
    BigDecimal amount,
    PaymentState state,
    LocalText stateTitle,
    LocalDate due,
    Instant created,
    Instant changed,
    LocalDate paid,
    String receipt,
    BigDecimal refunded,
    Todo instruction,
    List<String> may) {
  /**
   * What the payer does.
   *
   * @param kind slip or redirect
   * @param barcode null for a redirect
   * @param url null for a slip
   */
  record Todo(String kind, List<String> barcode, String url) {}

  /**
   * Money that came.
   *
   * @param payment number; null if its reference is none
   * @param open what is held and belongs to nothing
   */
  record MoneyJson(
      long id,
      String method,
      String transaction,
      String reference,
      String payment,
      String application,
      BigDecimal amount,
      LocalDate received,
      String payer,
      String note,
      Finding finding,
      LocalText findingTitle,
      BigDecimal applied,
      BigDecimal refunded,
      BigDecimal open,
      Instant created,
      String createdBy) {
    static MoneyJson of(Remittance of, String payment, String application) {
      Money money = of.money();
      return new MoneyJson(
          of.id(),
          money.method(),
          money.transaction(),
          money.reference(),
          payment,
          application,
          money.amount(),
          money.received(),
          money.payer(),
          money.note(),
          of.finding(),
          of.finding().title(),
          of.applied(),
          of.refunded(),
          of.open(),
          of.created(),
          of.createdBy());
    }
  }
}
