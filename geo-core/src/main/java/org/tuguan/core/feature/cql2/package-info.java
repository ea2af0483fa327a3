/**
 * Filters as OGC CQL2 1.0 writes them (OGC 21-065r2), as text and as JSON.
 *
 * <p>Entry types: {@link org.tuguan.core.feature.cql2.Cql2} and, for conditions that a request
 * states in other ways, {@link org.tuguan.core.feature.cql2.Conditions}. Both notations become one
 * tree, which is checked against the attributes of a data set and becomes a GeoTools filter with
 * geometries in the data set's system. A filter that comes out of here can be run: names exist,
 * kinds fit, geometries are valid.
 */
package org.tuguan.core.feature.cql2;
