/**
 * Case registers, defined as data: one engine for petitions, instructions, reports of trips and
 * more. A definition names fields, states, categories with their deadlines, and the figures that
 * are counted from the cases.
 */
package org.tuguan.plugin.registers;
