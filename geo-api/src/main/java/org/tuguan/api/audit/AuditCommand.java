package org.tuguan.api.audit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tuguan.api.Command;

/** {@code audit NAME…}: runs checks, one after the other until one fails. */
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
    List<AuditCheck> wanted =
        args.stream()
            .flatMap(name -> checks.stream().filter(check -> check.name().equals(name)))
            .toList();
    if (wanted.isEmpty() || wanted.size() < args.size()) {
      System.err.println("  " + usage());
      return 2;
    }
    wanted.forEach(AuditCheck::run);
    return 0;
  }
}
