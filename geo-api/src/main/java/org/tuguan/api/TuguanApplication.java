package org.tuguan.api;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Without arguments: the server. With the name of a {@link Command} first: that command, without a
 * web server, then the end.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class TuguanApplication {
  /** The zone of every day and hour in the product. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(TuguanApplication.class);
    String database = jdbcUrl(Objects.requireNonNullElse(System.getenv("TUGUAN_DB_URL"), ""));
    if (args.length == 0 || args[0].startsWith("--")) {
      application.setDefaultProperties(Map.of("spring.datasource.url", database));
      application.run(args);
    } else {
      application.setDefaultProperties(
          Map.of(
              "spring.datasource.url", database,
              "logging.level.org.tuguan", "warn",
              "db-scheduler.enabled", "false"));
      application.setWebApplicationType(WebApplicationType.NONE);
      application.setLogStartupInfo(false);
      System.exit(command(application, args));
    }
  }

  private static int command(SpringApplication application, String[] args) {
    try (ConfigurableApplicationContext context = application.run()) {
      List<Command> commands = context.getBeansOfType(Command.class).values().stream().toList();
      return Command.run(commands, args[0], Arrays.asList(args).subList(1, args.length));
    }
  }

  /** People write {@code postgresql://host/db} as often as the form that Java wants. */
  static String jdbcUrl(String url) {
    if (url.isEmpty()) {
      return "jdbc:postgresql://127.0.0.1:5432/tuguan";
    }
    return url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres:", "postgresql:");
  }

  /** Of servers; commands have their own, which can tell of the past. */
  @Bean
  @ConditionalOnWebApplication
  Clock clock() {
    return Clock.system(ZONE);
  }
}
