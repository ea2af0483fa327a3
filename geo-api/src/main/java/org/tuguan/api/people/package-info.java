/**
 * Agencies over time, partner organisations and the accounts of their people: how somebody gets
 * one, and what becomes of it. Who is signed in with which request is a matter of {@code security}.
 */
package org.tuguan.api.people;
