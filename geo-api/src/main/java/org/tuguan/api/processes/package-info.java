/**
 * OGC API Processes, part 1 (OGC 18-062r2): analyses of the library and of plugins, at once or as
 * jobs.
 */
package org.tuguan.api.processes;
