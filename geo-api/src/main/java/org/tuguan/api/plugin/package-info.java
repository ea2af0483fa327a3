/**
 * Plugins: finding, starting, watching and stopping them, each in a class loader and a context of
 * its own (docs/adr/0026).
 */
package org.tuguan.api.plugin;
