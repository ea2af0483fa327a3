package org.tuguan.api.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plugin that is as it should be, and one for each way to fail. */
final class SamplePlugins {
  private static final String IMPORTS =
      """
      import java.util.*;
      import org.springframework.context.annotation.Bean;
      import org.springframework.context.annotation.ComponentScan;
      import org.springframework.context.annotation.Configuration;
      import org.springframework.jdbc.core.simple.JdbcClient;
      import org.springframework.transaction.annotation.Transactional;
      import org.springframework.web.bind.annotation.*;
      import org.tuguan.core.*;
      import org.tuguan.core.access.*;
      import org.tuguan.core.analysis.*;
      import org.tuguan.core.plugin.*;
      """;

  private static final String GOOD =
      """
      @Configuration(proxyBeanMethods = false)
      @ComponentScan
      public class Entry {
        @Bean
        PortalPage page() {
          return new PortalPage("list", new LocalText("筆記", "Notes"), PortalPage.Place.NAVIGATION, "list.html", Set.of());
        }
        @Bean
        PortalPage staff() {
          return new PortalPage("staff", new LocalText("內部", "Staff"), PortalPage.Place.ADMIN, "staff.js", Set.of(Role.ADMIN));
        }
        @Bean
        PluginHealth health(PluginSettings settings) {
          return new PluginHealth() {
            public String name() { return "good-health"; }
            public Optional<LocalText> trouble() {
              return settings.text("trouble").map(LocalText::same);
            }
          };
        }
      }
      """;

  private static final String GOOD_TABLE =
      """
      @org.springframework.stereotype.Repository
      class JdbcNotes {
        private final JdbcClient jdbc;
        private final PluginAudit audit;
        private final PluginTasks tasks;
        JdbcNotes(JdbcClient jdbc, PluginAudit audit, PluginTasks tasks) {
          this.jdbc = jdbc;
          this.audit = audit;
          this.tasks = tasks;
        }
        @Transactional
        public void add(String text) {
          jdbc.sql("INSERT INTO plugin_good.note (text) VALUES (?)").param(text).update();
          audit.record("note.add", "note:" + text, Map.of());
          if (text.equals("tallied")) {
            tasks.soon("good-tally");
            tasks.soon("good-tally");
            tasks.aside(() -> jdbc.sql("UPDATE plugin_good.tally SET aside = aside + 1").update());
          }
          if (text.equals("endless")) {
            tasks.aside(this::waitForTheEnd);
          }
          if (text.equals("broken")) {
            throw new IllegalStateException("after the write");
          }
        }
        private void waitForTheEnd() {
          try {
            write("begun aside");
            new java.util.concurrent.CountDownLatch(1).await();
          } catch (InterruptedException e) {
            write(new Last().words());
          }
        }
        private void write(String text) {
          jdbc.sql("INSERT INTO plugin_good.note (text) VALUES (?)").param(text).update();
        }
        long count() {
          return jdbc.sql("SELECT count(*) FROM plugin_good.note").query(Long.class).single();
        }
      }
      """;

  private static final String GOOD_CONTROLLER =
      """
      @RestController
      @RequestMapping("/api/v1/good")
      class NotesController {
        record Notes(long noteCount, String user) {}
        record Note(String text) {}
        private final JdbcNotes notes;
        private final PluginCallers callers;
        NotesController(JdbcNotes notes, PluginCallers callers) {
          this.notes = notes;
          this.callers = callers;
        }
        @GetMapping("/notes")
        Notes notes() {
          return new Notes(notes.count(), callers.current().user().orElse("nobody"));
        }
        @PostMapping({"/notes", "/public/notes"})
        Notes add(@RequestBody Note note) {
          notes.add(note.text());
          return notes();
        }
        @GetMapping("/staff")
        String staff() {
          return callers.require(Role.OFFICER).user().get();
        }
        @GetMapping("/find")
        String find(@RequestParam Map<String, String> given) {
          return given.toString();
        }
        @PutMapping("/file")
        int file(@RequestBody byte[] file) {
          return file.length;
        }
        @PutMapping("/line")
        int line(@RequestBody String line) {
          return line.length();
        }
        @GetMapping("/refuse")
        String refuse(@RequestParam int number) {
          throw RequestException.invalid("number", "" + number, "nothing");
        }
      }
      """;

  private static final String GOOD_INDICATOR =
      """
      @org.springframework.stereotype.Component
      class Counted implements Indicator {
        private final JdbcNotes notes;
        Counted(JdbcNotes notes) { this.notes = notes; }
        public String name() { return "good-notes"; }
        public LocalText title() { return new LocalText("筆記", "Notes"); }
        public IndicatorUnit unit() { return IndicatorUnit.COUNT; }
        public IndicatorValue value(Period period) { return IndicatorValue.count(notes.count()); }
        public List<Evidence> evidence(Period period, int limit) { return List.of(); }
      }
      """;

  private static final String GOOD_PROCESS =
      """
      @org.springframework.stereotype.Component
      class Doubled implements AnalysisProcess {
        private final PluginCallers callers;
        Doubled(PluginCallers callers) { this.callers = callers; }
        public String name() { return "good-doubled"; }
        public LocalText title() { return new LocalText("兩倍", "Doubled"); }
        public LocalText summary() { return new LocalText("數字的兩倍", "Twice a number"); }
        public List<ProcessInput> inputs() {
          return List.of(
              ProcessInput.required("number", ProcessInput.Type.INTEGER, new LocalText("數", "Number")).between(1, 1000),
              ProcessInput.optional("forever", ProcessInput.Type.FLAG, new LocalText("不停", "Forever")).or("false"),
              ProcessInput.optional("broken", ProcessInput.Type.FLAG, new LocalText("壞", "Broken")).or("false"));
        }
        public List<ProcessOutput> outputs() {
          return List.of(new ProcessOutput("twice", new LocalText("兩倍", "Twice"), false));
        }
        public Set<Role> roles() { return Set.of(Role.PLANNER); }
        public Map<String, Object> run(ProcessCall call) {
          if (call.flag("broken").orElse(false)) {
            throw new AssertionError("broken");
          }
          while (call.flag("forever").orElse(false)) {
            call.progress(0.5, new LocalText("一半", "half way"));
            try {
              Thread.sleep(50);
            } catch (InterruptedException e) {
              throw new java.util.concurrent.CancellationException();
            }
          }
          return Map.of("twice", call.number("number").get().intValueExact() * 2,
              "for", callers.current().user().orElse("nobody"));
        }
      }
      """;

  private static final String NIGHTLY =
      """
      @Bean
      PluginJob nightly() {
        return new PluginJob() {
          public String name() { return "nightly"; }
          public JobTimes times() { return new JobTimes.Daily(java.time.LocalTime.MIDNIGHT); }
          public void run() {}
        };
      }
      """;

  private static final String CLINGING =
      """
      @Bean
      AutoCloseable clinging() {
        return () -> {
          while (true) {
            try {
              new java.util.concurrent.CountDownLatch(1).await();
            } catch (InterruptedException e) {
              System.out.print("");
            }
          }
        };
      }
      """;

  private static final String GOOD_JOB =
      """
      @org.springframework.stereotype.Component
      class Tally implements PluginJob {
        private final JdbcClient jdbc;
        Tally(JdbcClient jdbc) { this.jdbc = jdbc; }
        public String name() { return "good-tally"; }
        public JobTimes times() { return new JobTimes.Every(java.time.Duration.ofDays(9)); }
        public void run() { jdbc.sql("UPDATE plugin_good.tally SET runs = runs + 1").update(); }
      }
      """;

  private SamplePlugins() {}

  static PluginJars good() {
    return PluginJars.plugin("good")
        .source("Entry", IMPORTS + GOOD)
        .source("JdbcNotes", IMPORTS + GOOD_TABLE)
        .source("NotesController", IMPORTS + GOOD_CONTROLLER)
        .source("Counted", IMPORTS + GOOD_INDICATOR)
        .source("Doubled", IMPORTS + GOOD_PROCESS)
        .source("Tally", IMPORTS + GOOD_JOB)
        .source("Last", "class Last { String words() { return \"ended aside\"; } }")
        .file(
            "META-INF/tuguan/migration/V1__note.sql",
            """
            CREATE TABLE note (text text NOT NULL);
            CREATE TABLE tally (runs int NOT NULL, aside int NOT NULL);
            INSERT INTO tally VALUES (0, 0);
            """)
        .file("META-INF/tuguan/portal/list.html", "<!doctype html><title>筆記</title>");
  }

  private static String entry(String members) {
    return IMPORTS
        + "@Configuration(proxyBeanMethods = false) public class Entry {\n%s\n}".formatted(members);
  }

  private static String figure(String type) {
    return IMPORTS
        + GOOD_INDICATOR
            .replace("@org.springframework.stereotype.Component", "")
            .replace("class Counted", "class " + type)
            .replace("good-notes", "figures-one")
            .replace("private final JdbcNotes notes;", "")
            .replace("Counted(JdbcNotes notes) { this.notes = notes; }", "")
            .replace("notes.count()", "1");
  }

  /** All of them. */
  static void write(Path directory) throws IOException {
    good().write(directory.resolve("good.jar"));
    PluginJars.plugin("throwing")
        .source(
            "Entry",
            entry("public Entry() { throw new IllegalStateException(\"no licence file\"); }"))
        .write(directory.resolve("throwing.jar"));
    PluginJars.plugin("missing")
        .source("Entry", entry("private final Object part = new Part();"))
        .source("Part", "class Part {}")
        .without("Part")
        .write(directory.resolve("missing.jar"));
    good().write(directory.resolve("zz-good.jar"));
    PluginJars.plugin("newer")
        .source("Entry", entry(""))
        .manifest("id=newer", "core=[7.0,8.0)")
        .write(directory.resolve("newer.jar"));
    PluginJars.plugin("hanging")
        .source(
            "Entry",
            entry(
                "public Entry() throws Exception { new java.util.concurrent.CountDownLatch(1).await(); }"))
        .write(directory.resolve("hanging.jar"));
    PluginJars.plugin("migrating")
        .source("Entry", entry(""))
        .file("META-INF/tuguan/migration/V1__bad.sql", "CREATE TABLE note (text nonsense);")
        .write(directory.resolve("migrating.jar"));
    PluginJars.plugin("elsewhere")
        .source(
            "Entry",
            entry(
                "@RestController static class C { @GetMapping(\"/wms\") String map() { return \"\"; } }"))
        .write(directory.resolve("elsewhere.jar"));
    PluginJars.plugin("layers").source("Entry", entry("")).write(directory.resolve("layers.jar"));
    PluginJars.plugin("figures")
        .source("Entry", entry("@Bean Indicator figure() { return new Figure(); }\n" + NIGHTLY))
        .source("Figure", figure("Figure"))
        .write(directory.resolve("figures.jar"));
    PluginJars.plugin("clinging")
        .source("Entry", entry(CLINGING + NIGHTLY))
        .write(directory.resolve("clinging.jar"));
    PluginJars.plugin("nameless")
        .source("Entry", entry(NIGHTLY.replace("return \"nightly\"", "return null")))
        .write(directory.resolve("nameless.jar"));
    PluginJars.plugin("sameindicator")
        .source("Entry", entry("@Bean Indicator copy() { return new Copy(); }"))
        .source("Copy", figure("Copy"))
        .write(directory.resolve("sameindicator.jar"));
    PluginJars.plugin("peeping")
        .source(
            "Entry",
            entry(
                "public Entry() throws Exception { Class.forName(\"org.tuguan.api.plugin.Plugins\"); }"))
        .write(directory.resolve("peeping.jar"));
    Files.writeString(directory.resolve("torn.jar"), "no zip", StandardCharsets.UTF_8);
  }
}
