package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.payment.Instruction;
import org.tuguan.core.payment.PaymentMethod;
import org.tuguan.core.payment.PaymentState;

/** Payments and money as callers are told of them. */
@Component
class PaymentPages {
  private final JdbcApplications applications;
  private final JdbcPayments payments;
  private final JdbcReceipts receipts;
  private final JdbcRefunds refunds;
  private final PaymentMethods methods;
  private final Paying paying;

  PaymentPages(
      JdbcApplications applications,
      JdbcPayments payments,
      JdbcReceipts receipts,
      JdbcRefunds refunds,
      PaymentMethods methods,
      Paying paying) {
    this.applications = applications;
    this.payments = payments;
    this.receipts = receipts;
    this.refunds = refunds;
    this.methods = methods;
    this.paying = paying;
  }

  PaymentJson page(Payment payment, Caller caller) {
    Application application = applications.find(payment.application()).orElseThrow();
    BigDecimal refunded = refunds.sumOf(payment.id());
    List<String> may = may(payment, application, caller);
    return new PaymentJson(
        payment.id(),
        payment.number().text(),
        application.number(),
        application.state(),
        payment.payer(),
        payment.method(),
        methods.title(payment.method()),
        payment.amount(),
        payment.state(),
        payment.state().title(),
        payment.due(),
        payment.times().created(),
        payment.times().changed(),
        payment.paid().orElse(null),
        receipts.findOf(payment.id()).map(JdbcReceipts.Row::number).orElse(null),
        refunded,
        may.contains("pay") ? todo(payment, application) : null,
        may);
  }

  private List<String> may(Payment payment, Application application, Caller caller) {
    List<String> may = new ArrayList<>();
    boolean applicant = SeenPayments.isApplicant(application, caller);
    boolean cashier = SeenPayments.mayHandle(application, caller);
    Optional<PaymentMethod> method =
        methods.list().stream().filter(each -> each.name().equals(payment.method())).findFirst();
    if (applicant
        && payment.state() == PaymentState.OPEN
        && application.state() == ApplicationState.PAYMENT_DUE
        && method.filter(PaymentMethod::isReady).isPresent()) {
      may.add("pay");
    }
    if (cashier) {
      may.add("receive");
      if (payment.state() == PaymentState.PAID) {
        may.add("refund");
      } else if (payment.state() != PaymentState.REFUNDED) {
        may.add("settle");
      }
    }
    if ((applicant || cashier)
        && (payment.state().isOpen() || payment.state().isGivenUp())
        && method.filter(PaymentMethod::canAsk).isPresent()) {
      may.add("check");
    }
    return List.copyOf(may);
  }

  private PaymentJson.Todo todo(Payment payment, Application application) {
    Instruction instruction =
        methods.get(payment.method()).instruction(paying.bill(payment, application));
    if (instruction instanceof Instruction.Slip slip) {
      return new PaymentJson.Todo("slip", slip.barcode().segments(), null);
    }
    Instruction.Redirect redirect = (Instruction.Redirect) instruction;
    return new PaymentJson.Todo("redirect", null, redirect.address().toString());
  }

  PaymentJson.MoneyJson money(Remittance remittance) {
    Optional<Payment> payment = remittance.payment().flatMap(payments::find);
    return PaymentJson.MoneyJson.of(
        remittance,
        payment.map(each -> each.number().text()).orElse(null),
        payment
            .map(each -> applications.find(each.application()).orElseThrow().number())
            .orElse(null));
  }
}
