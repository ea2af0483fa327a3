/** A notebook: what a plugin begins with. */
package org.tuguan.plugin.@id@;
