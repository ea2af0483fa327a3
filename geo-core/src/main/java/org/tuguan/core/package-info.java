/**
 * What every part shares: faults of a request, text in two languages, extensions.
 *
 * <p>Nothing here may depend on another package of the core.
 */
package org.tuguan.core;
