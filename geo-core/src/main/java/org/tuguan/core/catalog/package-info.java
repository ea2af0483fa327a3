/**
 * What is published: layers, themes, styles, who is responsible for them and under which terms.
 *
 * <p>A {@link org.tuguan.core.catalog.Catalog} is an immutable snapshot, swapped whole when
 * something changes. It knows where data lie, not how to read or draw them.
 */
package org.tuguan.core.catalog;
