/** What this server runs on, and the work that it does by itself: for those who run it. */
package org.tuguan.api.system;
