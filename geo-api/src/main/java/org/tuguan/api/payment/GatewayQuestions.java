package org.tuguan.api.payment;

import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.payment.PaymentMethod;
import org.tuguan.core.payment.PaymentNotice;

/** Asks gateways how payments ended; outside of transactions, since it may take seconds. */
@Component
class GatewayQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayQuestions.class);
  private static final int BATCH = 100;

  private final JdbcApplications applications;
  private final JdbcPayments payments;
  private final PaymentMethods methods;
  private final Paying paying;
  private final GatewayNotices notices;
  private final Clock clock;

  GatewayQuestions(
      JdbcApplications applications,
      JdbcPayments payments,
      PaymentMethods methods,
      Paying paying,
      GatewayNotices notices,
      Clock clock) {
    this.applications = applications;
    this.payments = payments;
    this.methods = methods;
    this.paying = paying;
    this.notices = notices;
    this.clock = clock;
  }

  /** All whose time has come. */
  void askAll() {
    for (Payment payment : payments.listToAsk(clock.instant(), BATCH)) {
      try {
        ask(payment);
      } catch (RuntimeException e) {
        LOG.warn("payment {} is asked about again later", payment.number(), e);
      }
    }
  }

  /** Nothing for a method that cannot be asked. */
  void ask(Payment payment) {
    PaymentMethod method = methods.get(payment.method());
    if (!method.canAsk()) {
      return;
    }
    Application application = applications.find(payment.application()).orElseThrow();
    PaymentNotice notice;
    try {
      notice = method.ask(paying.bill(payment, application));
    } catch (IOException e) {
      LOG.info("payment {}: {}", payment.number(), e.getMessage());
      notices.unanswered(payment.id());
      return;
    }
    notices.answered(payment, notice);
  }
}
