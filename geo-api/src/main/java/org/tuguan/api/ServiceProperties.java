package org.tuguan.api;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.tuguan.core.LocalText;

/**
 * How the services describe themselves in their capabilities; empty texts are left out there.
 *
 * @param fees {@code none} if there are none
 * @param accessConstraints {@code none} if there are none
 */
@ConfigurationProperties("tuguan.service")
public record ServiceProperties(
    String titleZh,
    String titleEn,
    String summaryZh,
    String summaryEn,
    List<String> keywords,
    String fees,
    String accessConstraints,
    Contact contact) {
  public ServiceProperties {
    keywords = List.copyOf(keywords);
    Objects.requireNonNull(contact, "tuguan.service.contact");
  }

  public LocalText title() {
    return new LocalText(titleZh, titleEn);
  }

  public LocalText summary() {
    return new LocalText(summaryZh, summaryEn);
  }

  /** Whom to ask about the services. */
  public record Contact(
      String person, String organization, String position, String phone, String email) {}
}
