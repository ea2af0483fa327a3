/**
 * WMS 1.1.1 and 1.3.0 at {@code /wms}.
 *
 * <p>{@link org.tuguan.api.wms.WmsController} finds the {@code WmsOperation} that was asked for and
 * turns every fault into a service exception of the version that was spoken. Versions, axis order
 * and parameter names end in the parsers here; nothing of them reaches the core.
 */
package org.tuguan.api.wms;
