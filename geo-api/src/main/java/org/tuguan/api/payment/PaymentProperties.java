package org.tuguan.api.payment;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tuguan.core.payment.CardGateway;
import org.tuguan.core.payment.GatewayKey;

/**
 * The settings of paying.
 *
 * @param bankAccounts names of the accounts whose statements come; none if there is only one
 * @param gateway of cards; off while its page is empty
 * @param askAfter how long nothing is heard of a payment before its gateway is asked; asked again
 *     after ever longer pauses, an hour at most
 * @param askGivenUp how long a gateway is still asked about a payment that failed or ended
 * @param forget how long after its beginning a payment that its gateway never heard of is ended
 */
@ConfigurationProperties("tuguan.payment")
public record PaymentProperties(
    List<String> bankAccounts,
    Gateway gateway,
    Duration askAfter,
    Duration askGivenUp,
    Duration forget) {
  /**
   * A card gateway, in the words of its contract with us.
   *
   * @param page address where payers pay
   * @param query address where we ask how a payment ended
   * @param merchant what it calls us
   * @param keyId which secret it is
   * @param secret 16 characters at least
   */
  public record Gateway(String page, String query, String merchant, String keyId, String secret) {
    /** Empty if it is off; throws if it is half configured. */
    Optional<CardGateway.Settings> settings() {
      if (page == null || page.isBlank()) {
        return Optional.empty();
      }
      return Optional.of(
          new CardGateway.Settings(
              URI.create(page), URI.create(query), merchant, new GatewayKey(keyId, secret), false));
    }

    @Override
    public String toString() {
      return "Gateway " + page;
    }
  }

  public PaymentProperties {
    bankAccounts = bankAccounts == null ? List.of() : List.copyOf(bankAccounts);
    Objects.requireNonNull(gateway, "tuguan.payment.gateway");
    Objects.requireNonNull(askAfter, "tuguan.payment.ask-after");
    Objects.requireNonNull(askGivenUp, "tuguan.payment.ask-given-up");
    Objects.requireNonNull(forget, "tuguan.payment.forget");
  }
}
