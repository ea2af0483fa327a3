/** What the plugin answers under {@code /api/v1/coverage}. Parses, asks, answers; nothing else. */
package org.tuguan.plugin.coverage.web;
