/** Documents for people on paper: what stands on them, and how they are handed out as PDF. */
package org.tuguan.api.papers;
