package org.tuguan.plugin.siteaudit;

/**
 * A link that leads nowhere.
 *
 * @param page that has it
 * @param status of HTTP; 0 if there was no answer
 * @param reason empty where the status says it
 */
record BrokenLink(String page, String link, int status, String reason) {}
