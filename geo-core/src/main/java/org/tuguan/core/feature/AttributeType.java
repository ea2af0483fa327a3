package org.tuguan.core.feature;

/** What an attribute holds; in brackets the Java class of its values. */
public enum AttributeType {
  /** {@link String}. */
  TEXT,
  /** {@link Long}. */
  INTEGER,
  /** {@link Double}. */
  NUMBER,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link java.time.OffsetDateTime}; the zone is Asia/Taipei where the source has none. */
  TIMESTAMP
}
