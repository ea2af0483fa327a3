package org.tuguan.core;

/**
 * What is wrong with a request, in no protocol's words.
 *
 * <p>Each protocol has its own codes for these (WMS 1.3.0 table E.1, OWS Common table 27, HTTP
 * status); the mapping is made where the protocol is spoken.
 */
public enum Fault {
  /** A parameter that must be there is not. */
  MISSING_PARAMETER,
  /** A parameter is there and cannot be understood, or is out of its range. */
  INVALID_PARAMETER,
  /** The operation does not exist. */
  UNKNOWN_OPERATION,
  /** No such layer, or none that the caller may see. */
  UNKNOWN_LAYER,
  UNKNOWN_STYLE,
  UNKNOWN_CRS,
  UNKNOWN_FORMAT,
  /** The caller may see it and may not do this with it. */
  NOT_ALLOWED,
  /** The layer exists and does not answer queries. */
  NOT_QUERYABLE,
  /** A pixel position outside the picture. */
  INVALID_POINT,
  /** No such thing at this address. */
  NOT_FOUND,
  /** Understood, and larger than a configured limit allows. */
  TOO_LARGE,
  /** The data that were sent cannot be read. */
  UNREADABLE_DATA,
  /** It would change something that is in another state than expected. */
  CONFLICT,
  /** It took longer than the configured time. */
  TIMEOUT
}
