package org.tuguan.api.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.issuing.Seen;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.Party;

/** Packages of the demonstration: made at once, and fetched as applicants fetch them. */
@Component
@ConditionalOnNotWebApplication
public class DemoDeliveries {
  private final Seen seen;
  private final PackageMaker maker;
  private final JdbcDeliveries deliveries;
  private final DeliveryLinks links;
  private final DeliverySteps steps;

  DemoDeliveries(
      Seen seen,
      PackageMaker maker,
      JdbcDeliveries deliveries,
      DeliveryLinks links,
      DeliverySteps steps) {
    this.seen = seen;
    this.maker = maker;
    this.deliveries = deliveries;
    this.links = links;
    this.steps = steps;
  }

  public void make(String number, Caller caller) {
    try {
      maker.make(seen.get(number, caller).application().id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By a link of the applicant's, whole. */
  public void fetch(String number, Caller applicant) {
    Seen.One one = seen.get(number, applicant);
    long id = one.application().id();
    Delivery delivery = deliveries.find(id).orElseThrow();
    links.make(one.application(), delivery, one.as(Party.APPLICANT, applicant).name());
    Delivery.Packed packed = delivery.packed().orElseThrow();
    steps.fetched(id, packed, 0, packed.bytes());
  }
}
