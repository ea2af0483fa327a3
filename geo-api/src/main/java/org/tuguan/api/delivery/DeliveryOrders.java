package org.tuguan.api.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tuguan.api.issuing.ApplicationMoved;
import org.tuguan.api.sharing.AgreementEnded;
import org.tuguan.core.issuing.ApplicationState;

/**
 * Follows applications: one that is settled is produced, one whose money went back is closed; and
 * agreements: what was delivered free of charge because of one is closed with it.
 */
@Component
class DeliveryOrders {
  private final DeliverySteps steps;
  private final JdbcDeliveries deliveries;

  DeliveryOrders(DeliverySteps steps, JdbcDeliveries deliveries) {
    this.steps = steps;
    this.deliveries = deliveries;
  }

  /** Links open nothing once the licence is taken back. */
  @EventListener
  void ended(AgreementEnded ended) {
    for (long application : deliveries.listResting(ended.agreement())) {
      deliveries.revoke(application, ended.reason());
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
