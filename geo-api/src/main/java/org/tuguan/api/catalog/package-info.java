/**
 * The catalog as the server holds it: read from the database, swapped whole on change, shown as
 * JSON.
 */
package org.tuguan.api.catalog;
