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
 * @param anonymousPerMinute questions about the circulation rate in a minute from one address
 *     without a key or an account, on each node; 0: no limit beyond the usual one
 * @param countedDays days whose figure is not fixed, of which those who do not keep the rate get
 *     figures with one question
 * @param readDays days of the ledger that are read for them with one question, each as often as it
 *     is read; so many that the city's years since 2011 can be had
 */
@ConfigurationProperties("tuguan.sharing")
public record SharingProperties(
    @DefaultValue("30") int noticeDays,
    @DefaultValue("3") int reminderDays,
    @DefaultValue("120") int anonymousPerMinute,
    @DefaultValue("62") int countedDays,
    @DefaultValue("7300") int readDays) {
  public SharingProperties {
    boolean counts = countedDays > 0 && readDays > 0;
    if (noticeDays < 1 || reminderDays < 1 || anonymousPerMinute < 0 || !counts) {
      throw new IllegalArgumentException("tuguan.sharing must be above zero");
    }
  }
}
