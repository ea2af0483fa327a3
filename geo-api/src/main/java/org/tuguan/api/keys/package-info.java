/**
 * Keys for desktop software and programs: made and revoked, taken from a request, counted, and kept
 * in the addresses that an answer points to.
 */
package org.tuguan.api.keys;
