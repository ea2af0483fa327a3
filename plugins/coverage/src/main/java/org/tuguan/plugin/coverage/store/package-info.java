/**
 * The plugin's tables, in the schema {@code plugin_coverage}: stations, censuses, plans. The only
 * place with SQL.
 */
package org.tuguan.plugin.coverage.store;
