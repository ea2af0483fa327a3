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
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.Seen;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.Party;

/**
 * {@code /api/v1/applications/{number}/delivery}: the package of an application, for those whom the
 * application concerns. An application that does not concern the caller does not exist.
 */
@RestController
@RequestMapping("/api/v1/applications/{number}/delivery")
class DeliveryController {
  private static final int LONGEST_REASON = 500;

  private final Seen seen;
  private final JdbcDeliveries deliveries;
  private final JdbcOrders orders;
  private final JdbcLinks jdbcLinks;
  private final DeliveryLinks links;
  private final DeliverySteps steps;
  private final Clock clock;

  DeliveryController(
      Seen seen,
      JdbcDeliveries deliveries,
      JdbcOrders orders,
      JdbcLinks jdbcLinks,
      DeliveryLinks links,
      DeliverySteps steps,
      Clock clock) {
    this.seen = seen;
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
    return page(seen(number).application());
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
    Seen.One one = seen(number);
    Actor applicant = one.as(Party.APPLICANT, Callers.current());
    return links.make(one.application(), delivery(one.application()), applicant.name());
  }

  @DeleteMapping("/links/{id}")
  DeliveryJson revokeLink(@PathVariable("number") String number, @PathVariable("id") long id) {
    Seen.One one = seen(number);
    if (!one.is(Party.APPLICANT)) {
      one.as(Party.OFFICER, Callers.current());
    }
    links.revoke(one.application(), id);
    return page(one.application());
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

  private Seen.One seen(String number) {
    return seen.get(number, Callers.current());
  }

  /** Nobody is the officer of their own application. */
  private Application forOfficer(String number) {
    Seen.One one = seen(number);
    one.as(Party.OFFICER, Callers.current());
    return one.application();
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
}
