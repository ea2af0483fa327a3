/**
 * Messages to people: written in the transaction of what they tell of, sent afterwards. Entry is
 * {@link org.tuguan.api.mail.Outbox}.
 */
package org.tuguan.api.mail;
