package org.tuguan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.tuguan.api.wms.BlueLakeDatabase;

/** The program without its web server, as commands have it. */
@SpringBootTest(
    classes = TuguanApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "db-scheduler.enabled=false")
@ContextConfiguration(initializers = BlueLakeDatabase.class)
class CommandsTest {
  @Autowired private List<Command> commands;

  @Test
  void commandsStartWithoutAWebServer() {
    assertThat(commands)
        .extracting(Command::name)
        .contains("import", "publish", "demo", "seed", "audit")
        .doesNotHaveDuplicates();
  }

  @Test
  void theLedgerOfUseIsFoundInOrder() {
    assertThat(Command.run(commands, "audit", List.of("usage"))).isZero();
    assertThat(Command.run(commands, "audit", List.of("trail"))).isZero();
    assertThat(Command.run(commands, "audit", List.of())).isEqualTo(2);
  }
}
