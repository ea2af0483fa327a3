package org.tuguan.api.delivery;

import java.time.Duration;
import java.time.Period;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of deliveries.
 *
 * @param linkTime how long a link opens its package
 * @param linkDownloads how many times as many bytes as the package has may go out over a link
 * @param links most links to one package that work at the same time
 * @param licenceTime how long licences last; zero for ever
 * @param attempts tries to make a package before a person must look
 * @param firstPause after a try that failed; twice as long after each further one
 */
@ConfigurationProperties("tuguan.delivery")
public record DeliveryProperties(
    Duration linkTime,
    int linkDownloads,
    int links,
    Period licenceTime,
    int attempts,
    Duration firstPause) {
  public DeliveryProperties {
    Objects.requireNonNull(linkTime, "tuguan.delivery.link-time");
    Objects.requireNonNull(licenceTime, "tuguan.delivery.licence-time");
    Objects.requireNonNull(firstPause, "tuguan.delivery.first-pause");
    if (linkDownloads < 1 || links < 1 || attempts < 1) {
      throw new IllegalArgumentException("tuguan.delivery must be above zero");
    }
  }
}
