package org.tuguan.api;

import java.util.Comparator;
import java.util.List;
import org.tuguan.core.RequestException;

/**
 * Something that {@code ./tuguan NAME …} does with the database, with or without a running server.
 */
public interface Command {
  String name();

  /** One line: arguments, and what it does. */
  String usage();

  /**
   * Prints progress and results to standard output.
   *
   * @return 0 if all is well
   * @throws RequestException for what the person can put right; its message is printed and the exit
   *     code is 2
   */
  int run(List<String> args);

  /** Runs the command of this name, and prints what went wrong in words. */
  @SuppressWarnings("SystemOut")
  static int run(List<Command> commands, String name, List<String> args) {
    for (Command command : commands) {
      if (command.name().equals(name)) {
        return runOne(command, args);
      }
    }
    System.err.println("沒有這個指令 there is no command %s:".formatted(RequestException.quote(name)));
    commands.stream()
        .sorted(Comparator.comparing(Command::name))
        .forEach(command -> System.err.println("  " + command.usage()));
    return 2;
  }

  private static int runOne(Command command, List<String> args) {
    try {
      return command.run(args);
    } catch (RequestException e) {
      System.err.println(e.text().both());
      return 2;
    }
  }
}
