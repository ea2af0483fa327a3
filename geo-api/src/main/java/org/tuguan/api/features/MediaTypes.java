package org.tuguan.api.features;

/** What resources are written in, spelled as conformance wants it. */
public final class MediaTypes {
  public static final String JSON = "application/json";
  static final String GEOJSON = "application/geo+json";
  static final String SCHEMA = "application/schema+json";
  static final String HTML = "text/html";

  /** Without a space: one of the conformance suites compares literally. */
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  private MediaTypes() {}
}
