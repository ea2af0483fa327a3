package org.tuguan.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Other people's programs, run as their users run them. One that is not installed fails the test.
 */
final class Clients {
  private Clients() {}

  /** What the program printed, errors included. */
  static String run(String... command) throws IOException, InterruptedException {
    return run(Map.of(), command);
  }

  static String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("client", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(log.toFile()).start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(List.of(command) + " does not end");
      }
      String printed = Files.readString(log, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            List.of(command) + " ended with " + process.exitValue() + "\n" + printed);
      }
      return printed;
    } finally {
      Files.delete(log);
    }
  }

  /** A script for Debian's Python, which has OWSLib. */
  static String python(String script, String... arguments)
      throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 3];
    command[0] = "/usr/bin/python3";
    command[1] = "-c";
    command[2] = script;
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    return run(command);
  }
}
