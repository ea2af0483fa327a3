package org.tuguan.api.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.DueJobs;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.issuing.Actor;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.JdbcApplications;
import org.tuguan.api.issuing.JdbcSerialNumbers;
import org.tuguan.core.LocalText;
import org.tuguan.core.delivery.Licence;
import org.tuguan.core.delivery.Manifest;
import org.tuguan.core.issuing.ApplicationState;

/**
 * The steps of a delivery in the database, each a transaction under the lock of its application.
 * Whoever is killed between two of them leaves a state from which the job begins again.
 */
@Component
class DeliverySteps {
  private static final String SERIES = "L";

  private final JdbcApplications applications;
  private final JdbcDeliveries deliveries;
  private final JdbcOrders orders;
  private final JdbcSerialNumbers numbers;
  private final Licences licences;
  private final ObjectProvider<SchedulerClient> jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  DeliverySteps(
      JdbcApplications applications,
      JdbcDeliveries deliveries,
      JdbcOrders orders,
      JdbcSerialNumbers numbers,
      Licences licences,
      ObjectProvider<SchedulerClient> jobs,
      AuditTrail audit,
      Clock clock) {
    this.applications = applications;
    this.deliveries = deliveries;
    this.orders = orders;
    this.numbers = numbers;
    this.licences = licences;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A try that was begun.
   *
   * @param attempt only the latest may finish
   */
  record Begun(long application, int attempt, Licence licence, OrderedData order) {
    String file() {
      return licence.number() + "-" + attempt + ".zip";
    }
  }

  /**
   * Sees to it that a package will be made, in the transaction of this thread if there is one; one
   * that is there, under way or given up stays as it is.
   */
  @Transactional
  public void order(long application) {
    deliveries.insert(application, orders.get(application).features());
    Delivery.State state = deliveries.find(application).orElseThrow().state();
    if (state == Delivery.State.WAITING || state == Delivery.State.MAKING) {
      schedule(application);
    }
  }

  /** A person has looked, and tries again. */
  @Transactional
  public boolean again(long application) {
    applications.lock(application);
    boolean waiting = deliveries.again(application);
    if (waiting) {
      schedule(application);
    }
    return waiting;
  }

  /** In commands there is nobody to schedule it with; a server finds it soon. */
  private void schedule(long application) {
    jobs.ifAvailable(
        client -> {
          client.scheduleIfNotExists(
              DeliveryJobs.JOB.instance(Long.toString(application)).data(application).build(),
              clock.instant());
          DueJobs.lookAfterCommit(client);
        });
  }

  /**
   * Empty if nothing is to be made: it is there, the application went another way, or an agreement
   * by which a layer of it was free is not in force.
   */
  @Transactional
  public Optional<Begun> begin(long id) {
    Application application = applications.lock(id);
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    List<String> lapsed = deliveries.listLapsed(id, today);
    if (application.state() == ApplicationState.PAID) {
      applications.move(id, ApplicationState.PAID, ApplicationState.PRODUCING, Actor.SYSTEM, "");
    } else if (application.state() != ApplicationState.PRODUCING) {
      return Optional.empty();
    }
    OrderedData order = orders.get(id);
    deliveries.insert(id, order.features());
    if (!lapsed.isEmpty()) {
      refuse(id, String.join(", ", lapsed));
      return Optional.empty();
    }
    Optional<Delivery.LicenceTerm> term = deliveries.find(id).orElseThrow().licence();
    int attempt = deliveries.begin(id);
    String number = term.map(Delivery.LicenceTerm::number).orElseGet(() -> numbers.next(SERIES));
    Licence licence = licences.of(application, order, number, term);
    deliveries.licensed(id, licence);
    return Optional.of(new Begun(id, attempt, licence, order));
  }

  private void refuse(long id, String lapsed) {
    LocalText error =
        new LocalText(
            "免收費所依之共用協議 %s 未在有效期間".formatted(lapsed),
            "the agreement %s, by which data of it were free, is not in force".formatted(lapsed));
    deliveries.refuse(id, error);
    applications.move(
        id, ApplicationState.PRODUCING, ApplicationState.PAID, Actor.SYSTEM, error.both());
  }

  /** False if the try does not count any more; then its file is nobody's. */
  @Transactional
  public boolean finish(Begun begun, Manifest manifest) {
    Application application = applications.lock(begun.application());
    if (application.state() != ApplicationState.PRODUCING
        || !deliveries.finish(begun.application(), begun.attempt(), begun.file(), manifest)) {
      return false;
    }
    applications.move(
        application.id(), ApplicationState.PRODUCING, ApplicationState.READY, Actor.SYSTEM, "");
    audit.record(
        AuditTrail.SYSTEM,
        "delivery.ready",
        "application:" + application.number(),
        Map.of("licence", manifest.licence(), "sha256", manifest.sha256()));
    return true;
  }

  /** A try failed, others will follow; one that does not count any more changes nothing. */
  @Transactional
  public void failed(Begun begun, LocalText error) {
    applications.lock(begun.application());
    deliveries.failed(begun.application(), begun.attempt(), error);
  }

  /** The last try failed; not if another is under way or has done it. */
  @Transactional
  public void giveUp(long id) {
    Application application = applications.lock(id);
    if (!deliveries.giveUp(id) || application.state() != ApplicationState.PRODUCING) {
      return;
    }
    LocalText error = deliveries.find(id).orElseThrow().error();
    applications.move(
        id, ApplicationState.PRODUCING, ApplicationState.PAID, Actor.SYSTEM, error.both());
  }

  /**
   * A part of a package has gone out; it is delivered when all parts have.
   *
   * @param after the first byte that did not
   */
  @Transactional
  public void fetched(long id, Delivery.Packed packed, long first, long after) {
    Application application = applications.lock(id);
    if (deliveries.fetched(id, packed.sha256(), first, after)
        && application.state() == ApplicationState.READY) {
      applications.move(id, ApplicationState.READY, ApplicationState.DELIVERED, Actor.SYSTEM, "");
    }
  }
}
