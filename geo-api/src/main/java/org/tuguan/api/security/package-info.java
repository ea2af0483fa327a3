/**
 * Who is asking, and what that lets them do. So far: the demonstration's accounts, or one
 * administrator.
 */
package org.tuguan.api.security;
