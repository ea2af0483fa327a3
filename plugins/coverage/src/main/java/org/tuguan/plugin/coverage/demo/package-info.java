/**
 * Stations and people for the demonstration city: made up by a rule, the same every time, and
 * marked as synthetic.
 */
package org.tuguan.plugin.coverage.demo;
