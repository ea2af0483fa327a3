/** How many requests a caller may make, and what a request may carry. */
package org.tuguan.api.limits;
