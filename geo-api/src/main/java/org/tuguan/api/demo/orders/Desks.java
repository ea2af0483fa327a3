package org.tuguan.api.demo.orders;

import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import org.tuguan.api.delivery.DemoDeliveries;
import org.tuguan.api.issuing.DemoApplications;
import org.tuguan.api.issuing.DemoExtracts;
import org.tuguan.api.payment.DemoPayments;

/** Where applications of the demonstration are handled. */
@Component
@ConditionalOnNotWebApplication
record Desks(
    DemoExtracts stock, DemoApplications issuing, DemoPayments cash, DemoDeliveries deliveries) {}
