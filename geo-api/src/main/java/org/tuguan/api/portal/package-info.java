/**
 * Addresses of the portal that are not files: a page for each layer, and the page for what is not
 * there. The pages themselves are in the module {@code portal}.
 */
package org.tuguan.api.portal;
