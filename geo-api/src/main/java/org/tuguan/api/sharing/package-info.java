/**
 * Sharing over HTTP: agreements, which give rights and keys and take them away again ({@link
 * org.tuguan.api.sharing.Agreements}), requests for layers, and who shares with whom. What follows
 * from an end elsewhere hears {@link org.tuguan.api.sharing.AgreementEnded}.
 */
package org.tuguan.api.sharing;
