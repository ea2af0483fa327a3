/**
 * What a recipient gets: one ZIP with data, styles, metadata, the licence, and a manifest by which
 * anybody can tell that a file is genuine.
 */
package org.tuguan.core.delivery;
