/**
 * Issuing data over HTTP: quotes, fee standards, applications and what becomes of them.
 *
 * <p>An application changes its state in one place only, {@link
 * org.tuguan.api.issuing.JdbcApplications#move}: payments and deliveries call it in their own
 * transactions.
 */
package org.tuguan.api.issuing;
