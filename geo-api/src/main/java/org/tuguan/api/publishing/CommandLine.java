package org.tuguan.api.publishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * The arguments of a command: what it works on, and options ({@code --title-en TEXT} or {@code
 * --title-en=TEXT} become {@code title_en}).
 */
public record CommandLine(List<String> subjects, Map<String, String> options) {
  public CommandLine {
    subjects = List.copyOf(subjects);
    options = Map.copyOf(options);
  }

  /**
   * @param flags options that stand alone, with underscores
   */
  public static CommandLine parse(List<String> args, Set<String> flags) {
    List<String> subjects = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      int equals = arg.indexOf('=');
      if (!arg.startsWith("--")) {
        subjects.add(arg);
      } else if (equals >= 0) {
        options.put(name(arg.substring(0, equals)), arg.substring(equals + 1));
      } else if (flags.contains(name(arg))) {
        options.put(name(arg), "true");
      } else if (i + 1 < args.size()) {
        options.put(name(arg), args.get(++i));
      } else {
        throw new RequestException(
            Fault.MISSING_PARAMETER,
            arg,
            new LocalText(
                RequestException.quote(arg) + " 後面要有值",
                RequestException.quote(arg) + " needs a value after it"));
      }
    }
    return new CommandLine(subjects, options);
  }

  private static String name(String arg) {
    return arg.substring(2).replace('-', '_');
  }
}
