package org.tuguan.core.access;

/** What may be done with a layer; each is given separately. */
public enum Right {
  /** To know that it exists, and to see it drawn: listings, legends, maps, picture tiles. */
  VIEW,
  /** To ask for single features and their attributes: GetFeatureInfo, items, vector tiles. */
  QUERY,
  /** To take it away as a file. */
  DOWNLOAD,
  /** To change its data, description, styles and rights. */
  MANAGE
}
