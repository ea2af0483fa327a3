package org.tuguan.api.sharing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of sharing.
 *
 * @param noticeDays days before its last day from which on an agreement is expiring and its sides
 *     are written to
 * @param reminderDays days before its deadline on which the owner of a layer that was asked for is
 *     reminded
 */
@ConfigurationProperties("tuguan.sharing")
public record SharingProperties(
    @DefaultValue("30") int noticeDays, @DefaultValue("3") int reminderDays) {
  public SharingProperties {
    if (noticeDays < 1 || reminderDays < 1) {
      throw new IllegalArgumentException("tuguan.sharing must be above zero");
    }
  }
}
