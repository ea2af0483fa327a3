package org.tuguan.api.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.api.people.Secrets;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.ApplicationState;

/** Links that open packages: made, taken back, and looked at when they are used. */
@Component
class DeliveryLinks {
  static final String PATH = "/api/v1/deliveries/";

  private static final Set<ApplicationState> OPEN =
      EnumSet.of(ApplicationState.READY, ApplicationState.DELIVERED, ApplicationState.CLOSED);

  private final JdbcApplications applications;
  private final JdbcDeliveries deliveries;
  private final JdbcLinks links;
  private final DeliveryProperties properties;
  private final AuditTrail audit;
  private final Clock clock;

  DeliveryLinks(
      JdbcApplications applications,
      JdbcDeliveries deliveries,
      JdbcLinks links,
      DeliveryProperties properties,
      AuditTrail audit,
      Clock clock) {
    this.applications = applications;
    this.deliveries = deliveries;
    this.links = links;
    this.properties = properties;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a link opens. */
  record Opened(JdbcLinks.Link link, Application application, Delivery delivery) {
    Delivery.Packed packed() {
      return delivery.packed().orElseThrow();
    }
  }

  @Transactional
  public DeliveryJson.LinkJson make(Application seen, Delivery delivery, String by) {
    Application application = applications.lock(seen.id());
    requireOpen(application, delivery);
    Instant now = clock.instant();
    long working =
        links.list(application.id()).stream()
            .filter(each -> each.revoked().isEmpty() && each.expires().isAfter(now))
            .count();
    if (working >= properties.links()) {
      throw new RequestException(
          Fault.CONFLICT,
          "links",
          new LocalText(
              "有效的連結至多 %d 個，請先撤銷一個".formatted(properties.links()),
              "%d links at most work at a time; revoke one first".formatted(properties.links())));
    }
    String token = Secrets.newToken();
    JdbcLinks.Link made =
        links.insert(
            application.id(),
            Secrets.sha256(token),
            by,
            now.plus(properties.linkTime()),
            delivery.packed().orElseThrow().bytes() * properties.linkDownloads());
    audit.record("delivery.link", subject(application), Map.of("link", made.id()));
    return DeliveryJson.LinkJson.of(made, delivery.packed().get(), PATH + token);
  }

  @Transactional
  public void revoke(Application application, long id) {
    if (links.revoke(application.id(), id)) {
      audit.record("delivery.link.revoke", subject(application), Map.of("link", id));
    }
  }

  @Transactional
  public void revokeLicence(Application application, String reason) {
    if (deliveries.revoke(application.id(), reason)) {
      audit.record("licence.revoke", subject(application), Map.of("reason", reason));
    }
  }

  /**
   * @throws RequestException NOT_FOUND if there is no such link, NOT_ALLOWED if it has ended
   */
  Opened open(String token) {
    JdbcLinks.Link link =
        isToken(token)
            ? links.find(Secrets.sha256(token)).orElseThrow(DeliveryLinks::unknown)
            : fail(unknown());
    Application application = applications.find(link.application()).orElseThrow();
    Delivery delivery = deliveries.find(link.application()).orElseThrow();
    if (link.revoked().isPresent()) {
      throw ended(new LocalText("此連結已撤銷", "this link was revoked"));
    }
    if (!link.expires().isAfter(clock.instant())) {
      throw ended(
          new LocalText("此連結已逾期，請登入後重新取得", "this link has expired; sign in to get another"));
    }
    requireOpen(application, delivery);
    return new Opened(link, application, delivery);
  }

  static RequestException exhausted() {
    return ended(
        new LocalText("此連結的下載次數已用完，請登入後重新取得", "this link was used up; sign in to get another"));
  }

  private void requireOpen(Application application, Delivery delivery) {
    if (!OPEN.contains(application.state()) || delivery.packed().isEmpty()) {
      throw ended(new LocalText("沒有可下載的成果檔", "there is no package to fetch"));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    switch (delivery.licence().orElseThrow().on(today)) {
      case VALID -> {}
      case ENDED -> throw ended(new LocalText("授權期間已屆滿", "the licence has ended"));
      case REVOKED -> throw ended(new LocalText("授權已撤銷", "the licence was taken back"));
    }
  }

  private static boolean isToken(String token) {
    try {
      return Base64.getUrlDecoder().decode(token).length == 32;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static <T> T fail(RequestException e) {
    throw e;
  }

  private static RequestException unknown() {
    return new RequestException(
        Fault.NOT_FOUND, "", new LocalText("沒有這個連結", "there is no such link"));
  }

  private static RequestException ended(LocalText why) {
    return new RequestException(Fault.NOT_ALLOWED, "", why);
  }

  private static String subject(Application application) {
    return "application:" + application.number();
  }
}
