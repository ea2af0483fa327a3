/**
 * Features: what a data set is made of, how it is asked, how it is written.
 *
 * <p>Entry types: {@link org.tuguan.core.feature.FeatureSource}, {@link
 * org.tuguan.core.feature.Query}, {@link org.tuguan.core.feature.FeatureEncoder}. SQL text lives in
 * the {@code PostGis*} classes only; values are bound, identifiers come from the catalog.
 */
package org.tuguan.core.feature;
