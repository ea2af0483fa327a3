package org.tuguan.core.catalog;

import org.tuguan.core.LocalText;

/**
 * A style that a layer can be asked for.
 *
 * @param name unique within the layer
 * @param sld the document, SLD 1.0 or SE 1.1
 */
public record StyleInfo(String name, LocalText title, String sld) {}
