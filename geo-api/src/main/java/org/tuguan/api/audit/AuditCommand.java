package org.tuguan.api.audit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tuguan.api.Command;

/** {@code audit NAME}: runs one of the checks. */
@Component
class AuditCommand implements Command {
  private final List<AuditCheck> checks;

  AuditCommand(List<AuditCheck> checks) {
    this.checks = checks.stream().sorted(Comparator.comparing(AuditCheck::name)).toList();
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String usage() {
    return checks.stream()
        .map(check -> "audit %s   %s".formatted(check.name(), check.purpose()))
        .collect(Collectors.joining("\n  "));
  }

  @Override
  @SuppressWarnings("SystemOut")
  public int run(List<String> args) {
    for (AuditCheck check : checks) {
      if (args.equals(List.of(check.name()))) {
        check.run();
        return 0;
      }
    }
    System.err.println("  " + usage());
    return 2;
  }
}
