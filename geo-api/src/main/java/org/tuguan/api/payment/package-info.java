/**
 * Paying: payments and money that came, gateways, receipts, refunds, the books and what is reported
 * of them (docs/adr/0024). Every step is one transaction under the lock of its application.
 */
package org.tuguan.api.payment;
