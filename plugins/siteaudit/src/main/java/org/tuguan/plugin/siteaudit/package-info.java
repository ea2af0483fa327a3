/**
 * Looks at the websites of agencies on a schedule (網站稽核): whether links lead somewhere, whether
 * pages are fresh, whether what must be there is there, and whether the mailbox answers.
 *
 * <p>The four criteria are those of the city's site checks since June 2011; the plan gives them no
 * weights, so they weigh the same here.
 */
package org.tuguan.plugin.siteaudit;
