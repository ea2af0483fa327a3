package org.tuguan.api.payment;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.payment.PaymentState;

/** {@code /api/v1/payments}: how fees are paid. What does not concern the caller is not there. */
@RestController
class PaymentsController {
  private static final String PATH = "/api/v1/payments";
  private static final int LONGEST_PAGE = 200;

  private final SeenPayments seen;
  private final JdbcPayments payments;
  private final PaymentMethods methods;
  private final Paying paying;
  private final GatewayQuestions questions;
  private final PaymentPages pages;

  PaymentsController(
      SeenPayments seen,
      JdbcPayments payments,
      PaymentMethods methods,
      Paying paying,
      GatewayQuestions questions,
      PaymentPages pages) {
    this.seen = seen;
    this.payments = payments;
    this.methods = methods;
    this.paying = paying;
    this.questions = questions;
    this.pages = pages;
  }

  /**
   * @param ready false while it is not configured
   * @param demonstration true if no money moves
   */
  record Method(String name, LocalText title, boolean ready, boolean demonstration) {}

  record Methods(List<Method> methods) {}

  /**
   * @param method name of a payment method
   */
  record NewPayment(String method) {}

  /**
   * @param next value of {@code before} for the following page; null if there is none
   */
  record Page(List<PaymentJson> payments, Long next) {}

  @GetMapping("/api/v1/payment-methods")
  Methods methods() {
    return new Methods(
        methods.list().stream()
            .map(
                each ->
                    new Method(each.name(), each.title(), each.isReady(), each.isDemonstration()))
            .toList());
  }

  @PostMapping("/api/v1/applications/{number}/payments")
  @ResponseStatus(HttpStatus.CREATED)
  PaymentJson begin(@PathVariable("number") String number, @RequestBody NewPayment body) {
    if (body.method() == null) {
      throw RequestException.missing("method");
    }
    return pages.page(paying.begin(number, body.method(), Callers.current()), Callers.current());
  }

  @GetMapping(PATH)
  Page list(
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "application", defaultValue = "") String application,
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestParam(name = "method", defaultValue = "") String method,
      @RequestParam(name = "before", defaultValue = "0") long before,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    Caller caller = Callers.current();
    if (caller.user().isEmpty() || caller.key().isPresent()) {
      return new Page(List.of(), null);
    }
    int count = Math.max(1, Math.min(limit, LONGEST_PAGE));
    String wanted = state.isEmpty() ? "" : state(state).name();
    List<PaymentJson> found =
        payments
            .list(
                caller,
                SeenPayments.seesAll(caller),
                new JdbcPayments.Wanted(before, wanted, application, number, method, count))
            .stream()
            .map(each -> pages.page(each, caller))
            .toList();
    return new Page(found, found.size() < count ? null : found.get(count - 1).id());
  }

  private static PaymentState state(String name) {
    return List.of(PaymentState.values()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "state", name, "allowed are " + List.of(PaymentState.values())));
  }

  @GetMapping(PATH + "/{number}")
  PaymentJson get(@PathVariable("number") String number) {
    return pages.page(seen.get(number, Callers.current()).payment(), Callers.current());
  }

  /** Asks the gateway how it ended, of one that was given up too. */
  @PostMapping(PATH + "/{number}/check")
  PaymentJson check(@PathVariable("number") String number) {
    Caller caller = Callers.current();
    SeenPayments.One one = seen.get(number, caller);
    boolean may =
        SeenPayments.isApplicant(one.application(), caller)
            || SeenPayments.mayHandle(one.application(), caller);
    if (!may) {
      throw new RequestException(
          Fault.NOT_ALLOWED, "", new LocalText("由申請人或出納查詢", "for the applicant and for cashiers"));
    }
    Optional.of(one.payment())
        .filter(each -> each.state().isOpen() || each.state().isGivenUp())
        .ifPresent(questions::ask);
    return get(number);
  }
}
