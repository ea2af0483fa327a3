/**
 * Who asks, and what that lets them do with a layer.
 *
 * <p>Everything here is decided from immutable values: a {@link org.tuguan.core.access.Caller} made
 * once a request, and {@link org.tuguan.core.access.AccessRules} swapped whole when rights change.
 * Agencies, users and layers are known by their ids alone.
 */
package org.tuguan.core.access;
