package org.tuguan.api.payment;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.issuing.Party;
import org.tuguan.core.payment.PaymentNumber;

/**
 * Finds payments for callers: applicants their own, cashiers, administrators and officers all; one
 * that does not concern the caller does not exist. Nobody handles the money of an application of
 * their own.
 */
@Component
class SeenPayments {
  private final JdbcApplications applications;
  private final JdbcPayments payments;

  SeenPayments(JdbcApplications applications, JdbcPayments payments) {
    this.applications = applications;
    this.payments = payments;
  }

  /** A payment with its application. */
  record One(Payment payment, Application application) {}

  One get(String number, Caller caller) {
    return PaymentNumber.find(number)
        .flatMap(payments::findByNumber)
        .map(this::one)
        .filter(one -> sees(one.application(), caller))
        .orElseThrow(() -> notFound("number", "沒有這筆繳費", "there is no such payment"));
  }

  /** Throws as if there were none. */
  One get(long id, Caller caller) {
    return payments
        .find(id)
        .map(this::one)
        .filter(one -> sees(one.application(), caller))
        .orElseThrow(() -> notFound("number", "沒有這筆繳費", "there is no such payment"));
  }

  private One one(Payment payment) {
    return new One(payment, applications.find(payment.application()).orElseThrow());
  }

  Application getApplication(String number, Caller caller) {
    return applications
        .findByNumber(number)
        .filter(each -> sees(each, caller))
        .orElseThrow(() -> notFound("number", "沒有這件申請案", "there is no such application"));
  }

  static RequestException notFound(String parameter, String zh, String en) {
    return new RequestException(Fault.NOT_FOUND, parameter, new LocalText(zh, en));
  }

  private static boolean sees(Application application, Caller caller) {
    return isApplicant(application, caller) || seesAll(caller);
  }

  static boolean isApplicant(Application application, Caller caller) {
    Application.Applicant applicant = application.applicant();
    return caller.key().isEmpty()
        && caller.user().isPresent()
        && (caller.user().get().equals(applicant.account())
            || (applicant.partner().isPresent() && applicant.partner().equals(caller.partner())));
  }

  static boolean seesAll(Caller caller) {
    return isCashier(caller) || caller.has(Role.OFFICER);
  }

  static boolean isCashier(Caller caller) {
    return caller.user().isPresent() && (caller.has(Role.CASHIER) || caller.has(Role.ADMIN));
  }

  static boolean mayHandle(Application application, Caller caller) {
    return isCashier(caller) && !isApplicant(application, caller);
  }

  static Actor cashier(Caller caller) {
    if (!isCashier(caller)) {
      throw forCashiers();
    }
    return new Actor(caller.user().orElseThrow(), Party.CASHIER);
  }

  /**
   * @param application empty for money that belongs to none
   */
  static Actor cashier(Optional<Application> application, Caller caller) {
    if (application.isPresent() && !mayHandle(application.get(), caller)) {
      throw forCashiers();
    }
    return cashier(caller);
  }

  static void requireAll(Caller caller) {
    if (!seesAll(caller)) {
      throw notFound("", "沒有這個項目", "there is no such thing");
    }
  }

  private static RequestException forCashiers() {
    return new RequestException(
        Fault.NOT_ALLOWED,
        "",
        new LocalText(
            "只供出納辦理，且不得辦理自己的申請案", "for cashiers, and not for an application of their own"));
  }
}
