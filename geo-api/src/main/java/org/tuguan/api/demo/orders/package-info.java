/**
 * Applications of the demonstration, in every state, so that whoever looks in for the first time
 * finds desks with work on them. They come about through the services that serve everybody, each
 * step under the account that takes it, with a clock that is set back ({@link
 * org.tuguan.api.demo.orders.PastClock}). Entry type: {@link
 * org.tuguan.api.demo.orders.DemoOrders}.
 */
package org.tuguan.api.demo.orders;
