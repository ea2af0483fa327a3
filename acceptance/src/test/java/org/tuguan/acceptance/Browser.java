package org.tuguan.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The system's Chromium, without a window. What a page writes to its console as an error is kept.
 */
final class Browser implements AutoCloseable {
  private static final int MOST_STOPS = 150;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final com.microsoft.playwright.Browser chromium =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));
  private final List<String> errors = new ArrayList<>();

  /** An empty page of a new visitor. */
  Page visit(int width, int height, String locale) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale));
    Page page = context.newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    return page;
  }

  /** Of all pages so far. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** Keeps a picture of the page for people to look at. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of(System.getProperty("tuguan.screenshots"), name + ".png")));
  }

  /** As {@link #picture}, down to the end of the page. */
  static void whole(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of(System.getProperty("tuguan.screenshots"), name + ".png")));
  }

  /** Presses Tab until what the selector names has the focus. */
  static void tabTo(Page page, String selector) {
    for (int i = 0; i < MOST_STOPS; i++) {
      if (page.evaluate("it => document.activeElement.matches(it)", selector).equals(true)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key does not lead to " + selector);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
