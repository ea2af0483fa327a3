/**
 * How fees are paid: payment methods, what tells whether money that came is the right money, and
 * the books. Amounts are whole NT$, days are in Asia/Taipei.
 */
package org.tuguan.core.payment;
