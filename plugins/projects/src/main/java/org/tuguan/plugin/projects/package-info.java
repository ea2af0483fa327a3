/**
 * Control of public works and purchases (標案管考): who must enter progress by when, which projects run
 * ahead or late, which tenders fail, and the rates that the year is judged by. The numbers are
 * those of the city's policy plan of 2011; where it gives a name and no formula, our reading is
 * said.
 */
package org.tuguan.plugin.projects;
