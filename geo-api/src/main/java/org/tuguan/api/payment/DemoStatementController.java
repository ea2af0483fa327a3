package org.tuguan.api.payment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.security.Callers;
import org.tuguan.core.access.Caller;
import org.tuguan.core.payment.PaymentSlip;

/**
 * {@code /api/v1/payments/sample-statement.csv}: a bank's file that a cashier can try on what is to
 * be paid now. It exists in the demonstration only.
 */
@RestController
@ConditionalOnProperty(name = "tuguan.demo", havingValue = "true")
class DemoStatementController {
  private static final int MOST = 20;

  private final JdbcPayments payments;
  private final JdbcRemittances remittances;
  private final Clock clock;

  DemoStatementController(JdbcPayments payments, JdbcRemittances remittances, Clock clock) {
    this.payments = payments;
    this.remittances = remittances;
    this.clock = clock;
  }

  /** Of the slips that are open one with too little, if there are two; one line known before. */
  @GetMapping("/api/v1/payments/sample-statement.csv")
  ResponseEntity<byte[]> statement() {
    Caller caller = Callers.current();
    SeenPayments.cashier(caller);
    SampleStatement statement =
        new SampleStatement(LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE));
    List<Payment> open =
        payments.list(
            caller, true, new JdbcPayments.Wanted(0, "OPEN", "", "", PaymentSlip.NAME, MOST));
    for (int i = 0; i < open.size(); i++) {
      if (i == 1) {
        statement.withTooLittle(open.get(i));
      } else {
        statement.with(open.get(i));
      }
    }
    remittances.list(false, 0, MOST).stream()
        .map(Remittance::money)
        .filter(money -> money.method().equals(PaymentSlip.NAME))
        .findFirst()
        .ifPresent(statement::with);
    statement.withStrangeMoney();
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("sample-statement.csv").build().toString())
        .body(statement.csv().getBytes(StandardCharsets.UTF_8));
  }
}
