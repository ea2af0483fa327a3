/**
 * Who shares and uses what. So far: the agencies.
 *
 * <p>Stands on ids alone and depends on no other package of the core but the root.
 */
package org.tuguan.core.sharing;
