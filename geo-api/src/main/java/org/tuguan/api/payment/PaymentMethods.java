package org.tuguan.api.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.payment.PaymentMethod;

/** The payment methods of this server. */
@Component
class PaymentMethods {
  private final ExtensionRegistry extensions;

  PaymentMethods(ExtensionRegistry extensions) {
    this.extensions = extensions;
  }

  List<PaymentMethod> list() {
    return extensions.list(PaymentMethod.class);
  }

  /** Throws NOT_FOUND. */
  PaymentMethod get(String name) {
    return extensions
        .find(PaymentMethod.class, name)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "method",
                    new LocalText("沒有這種繳費方式", "there is no such payment method")));
  }

  /** One that can be offered; else says which can. */
  PaymentMethod getReady(String name) {
    List<String> ready =
        list().stream().filter(PaymentMethod::isReady).map(PaymentMethod::name).toList();
    if (!ready.contains(name)) {
      throw RequestException.invalid("method", name, "allowed are " + String.join(", ", ready));
    }
    return get(name);
  }

  /** The name itself for one that was taken away since. */
  LocalText title(String name) {
    return extensions
        .find(PaymentMethod.class, name)
        .map(PaymentMethod::title)
        .orElse(LocalText.same(name));
  }
}
