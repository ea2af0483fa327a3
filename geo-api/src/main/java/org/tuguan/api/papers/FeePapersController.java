package org.tuguan.api.papers;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.payment.PaymentPapers;
import org.tuguan.api.security.Callers;
import org.tuguan.core.access.Caller;
import org.tuguan.core.payment.RefundNotice;

/** Slips, receipts and refund notices as PDF, for those who may see them. */
@RestController
class FeePapersController {
  private final PaymentPapers payments;
  private final Papers papers;
  private final boolean demonstration;

  FeePapersController(PaymentPapers payments, Papers papers, TuguanProperties properties) {
    this.payments = payments;
    this.papers = papers;
    this.demonstration = properties.demo();
  }

  @GetMapping("/api/v1/payments/{number}/slip.pdf")
  ResponseEntity<byte[]> slip(@PathVariable("number") String number) {
    return papers.answer(FeePapers.slip(payments.slip(number, Callers.current())), number);
  }

  @GetMapping("/api/v1/receipts/{number}.pdf")
  ResponseEntity<byte[]> receipt(@PathVariable("number") String number) {
    return papers.answer(FeePapers.receipt(payments.receipt(number, Callers.current())), number);
  }

  @GetMapping("/api/v1/refunds/{number}.pdf")
  ResponseEntity<byte[]> refund(@PathVariable("number") String number) {
    Caller caller = Callers.current();
    RefundNotice notice = payments.refund(number, caller);
    boolean pretended =
        notice
            .receipt()
            .map(receipt -> payments.receipt(receipt, caller).demonstration())
            .orElse(demonstration);
    return papers.answer(FeePapers.refund(notice, pretended), number);
  }
}
