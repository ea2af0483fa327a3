package org.tuguan.api.issuing;

import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The settings of issuing.
 *
 * @param standard id of the fee standard under which layers are priced; if empty, that of Taichung,
 *     in the demonstration with its made-up annex
 * @param quoteDays how long a quote holds
 * @param document largest document with an application
 * @param documents most documents with one application
 * @param extract most data that one application may take, as they are uncompressed
 * @param large from how much on a package is made after others that are as large, one at a time
 */
@ConfigurationProperties("tuguan.issuing")
public record IssuingProperties(
    String standard,
    int quoteDays,
    DataSize document,
    int documents,
    DataSize extract,
    DataSize large) {
  public IssuingProperties {
    Objects.requireNonNull(standard, "tuguan.issuing.standard");
    Objects.requireNonNull(document, "tuguan.issuing.document");
    Objects.requireNonNull(extract, "tuguan.issuing.extract");
    Objects.requireNonNull(large, "tuguan.issuing.large");
    if (quoteDays < 1 || documents < 1) {
      throw new IllegalArgumentException("tuguan.issuing must be above zero");
    }
  }
}
