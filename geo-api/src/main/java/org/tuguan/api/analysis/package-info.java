/** Indicators, of the library and of plugins, for everybody who asks. */
package org.tuguan.api.analysis;
