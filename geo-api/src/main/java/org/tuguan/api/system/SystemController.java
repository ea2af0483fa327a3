package org.tuguan.api.system;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/system}: what this server runs on and its jobs, for administrators. */
@RestController
class SystemController {
  private final JdbcSystem jdbc;

  SystemController(JdbcSystem jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param program version of Tuguan
   * @param heap bytes in use
   * @param heapLimit bytes at most
   */
  record SystemStatus(
      String program,
      String java,
      JdbcSystem.Versions database,
      Instant started,
      long heap,
      long heapLimit,
      List<JdbcSystem.Job> jobs) {}

  @GetMapping("/api/v1/system")
  SystemStatus system() {
    String version = SystemController.class.getPackage().getImplementationVersion();
    Runtime runtime = Runtime.getRuntime();
    return new SystemStatus(
        version == null ? "development" : version,
        Runtime.version().toString(),
        jdbc.versions(),
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        runtime.totalMemory() - runtime.freeMemory(),
        runtime.maxMemory(),
        jdbc.jobs());
  }
}
