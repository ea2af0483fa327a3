package org.tuguan.api.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tuguan.api.issuing.ApplicationMoved;
import org.tuguan.core.issuing.ApplicationState;

/** Follows applications: one that is settled is produced, one whose money went back is closed. */
@Component
class DeliveryOrders {
  private final DeliverySteps steps;
  private final JdbcDeliveries deliveries;

  DeliveryOrders(DeliverySteps steps, JdbcDeliveries deliveries) {
    this.steps = steps;
    this.deliveries = deliveries;
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
