package org.tuguan.api.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tuguan.api.issuing.ApplicationMoved;
import org.tuguan.api.sharing.AgreementEnded;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.ApplicationState;

/**
 * Follows applications: one that is settled is produced, one whose money went back is closed; and
 * agreements: a package with data that were free because of one is closed with it.
 */
@Component
class DeliveryOrders {
  private static final LocalText OWED =
      new LocalText(
          "套件內另有已付費之圖層，請洽核發單位退費或另行交付",
          "it holds layers that were paid for: ask the office for a refund, or for those layers alone");

  private final DeliverySteps steps;
  private final JdbcDeliveries deliveries;

  DeliveryOrders(DeliverySteps steps, JdbcDeliveries deliveries) {
    this.steps = steps;
    this.deliveries = deliveries;
  }

  /**
   * Links open nothing once the licence is taken back. A package is one file under one licence:
   * layers in it that were paid for are closed with it, and the reason says what is owed for them.
   */
  @EventListener
  void ended(AgreementEnded ended) {
    for (JdbcDeliveries.Resting each : deliveries.listResting(ended.agreement())) {
      deliveries.revoke(
          each.application(), each.paid() ? ended.reason() + "；" + OWED.both() : ended.reason());
    }
  }

  @EventListener
  void moved(ApplicationMoved moved) {
    ApplicationState to = moved.move().to();
    if (to == ApplicationState.PAID) {
      steps.order(moved.before().id());
    } else if (to == ApplicationState.REFUNDED || to == ApplicationState.CANCELLED) {
      deliveries.revoke(moved.before().id(), to.title().both());
    }
  }
}
