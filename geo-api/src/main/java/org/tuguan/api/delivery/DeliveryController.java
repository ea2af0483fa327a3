package org.tuguan.api.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/**
 * {@code /api/v1/applications/{number}/delivery}: the package of an application, for its applicant
 * and for officers. An application that does not concern the caller does not exist.
 */
@RestController
@RequestMapping("/api/v1/applications/{number}/delivery")
class DeliveryController {
  private static final int LONGEST_REASON = 500;

  private final JdbcApplications applications;
  private final JdbcDeliveries deliveries;
  private final JdbcOrders orders;
  private final JdbcLinks jdbcLinks;
  private final DeliveryLinks links;
  private final DeliverySteps steps;
  private final Clock clock;

  DeliveryController(
      JdbcApplications applications,
      JdbcDeliveries deliveries,
      JdbcOrders orders,
      JdbcLinks jdbcLinks,
      DeliveryLinks links,
      DeliverySteps steps,
      Clock clock) {
    this.applications = applications;
    this.deliveries = deliveries;
    this.orders = orders;
    this.jdbcLinks = jdbcLinks;
    this.links = links;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * @param reason for the licensee and the audit trail
   */
  record Revocation(String reason) {}

  @GetMapping
  DeliveryJson get(@PathVariable("number") String number) {
    return page(seen(number));
  }

  private DeliveryJson page(Application application) {
    return DeliveryJson.of(
        delivery(application),
        orders.get(application.id()),
        deliveries.listData(application.id()),
        jdbcLinks.list(application.id()),
        LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE));
  }

  /** A new link; its secret is in this answer only. */
  @PostMapping("/links")
  @ResponseStatus(HttpStatus.CREATED)
  DeliveryJson.LinkJson link(@PathVariable("number") String number) {
    Application application = seen(number);
    if (!isApplicant(application, Callers.current())) {
      throw notAllowed();
    }
    return links.make(application, delivery(application), Callers.current().user().orElseThrow());
  }

  @DeleteMapping("/links/{id}")
  DeliveryJson revokeLink(@PathVariable("number") String number, @PathVariable("id") long id) {
    Application application = seen(number);
    links.revoke(application, id);
    return page(application);
  }

  /** Takes the licence back: links end at once. */
  @PutMapping("/revocation")
  DeliveryJson revoke(@PathVariable("number") String number, @RequestBody Revocation body) {
    Application application = forOfficer(number);
    String reason = Objects.requireNonNullElse(body.reason(), "").strip();
    if (reason.isEmpty()) {
      throw RequestException.missing("reason");
    }
    if (reason.length() > LONGEST_REASON) {
      throw RequestException.invalid("reason", "…", LONGEST_REASON + " characters at most");
    }
    links.revokeLicence(application, reason);
    return page(application);
  }

  /** Tries again to make a package that was given up. */
  @PostMapping("/retries")
  DeliveryJson again(@PathVariable("number") String number) {
    Application application = forOfficer(number);
    if (!steps.again(application.id())) {
      throw new RequestException(
          Fault.CONFLICT, "number", new LocalText("這件交付沒有失敗", "this delivery has not failed"));
    }
    return page(application);
  }

  private Application seen(String number) {
    Caller caller = Callers.current();
    return applications
        .findByNumber(number)
        .filter(found -> isApplicant(found, caller) || isOfficer(caller))
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "number",
                    new LocalText("沒有這件申請案", "there is no such application")));
  }

  private Application forOfficer(String number) {
    Application application = seen(number);
    if (!isOfficer(Callers.current())) {
      throw notAllowed();
    }
    return application;
  }

  private Delivery delivery(Application application) {
    return deliveries
        .find(application.id())
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "number",
                    new LocalText("這件申請案尚未進入製作", "nothing is being made of this application yet")));
  }

  private static boolean isOfficer(Caller caller) {
    return caller.has(Role.OFFICER) || caller.has(Role.ADMIN);
  }

  private static boolean isApplicant(Application application, Caller caller) {
    Application.Applicant applicant = application.applicant();
    return caller.key().isEmpty()
        && caller.user().isPresent()
        && (caller.user().get().equals(applicant.account())
            || applicant.partner().isPresent() && applicant.partner().equals(caller.partner()));
  }

  private static RequestException notAllowed() {
    return new RequestException(
        Fault.NOT_ALLOWED, "", new LocalText("此帳號不能這樣做", "this account may not do this"));
  }
}
