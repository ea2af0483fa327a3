/**
 * Giving rights in layers and taking them back: who has which, what a change would do, and the
 * change itself, told in the audit trail.
 */
package org.tuguan.api.grants;
