package org.tuguan.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wire between a server and its database, which can be cut and mended. */
final class DatabaseLine {
  private static final Pattern URL = Pattern.compile("//([^:/]+):(\\d+)/");

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private String host;
  private int port;

  /** The same database by way of this wire. */
  String through(String url) {
    Matcher address = URL.matcher(url);
    if (!address.find()) {
      throw new IllegalArgumentException(url);
    }
    host = address.group(1);
    port = Integer.parseInt(address.group(2));
    try {
      ServerSocket ears = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      daemon(() -> listen(ears));
      return address.replaceFirst("//127.0.0.1:" + ears.getLocalPort() + "/");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void cut() {
    cut = true;
    open.forEach(DatabaseLine::close);
  }

  void mend() {
    cut = false;
  }

  private void listen(ServerSocket ears) {
    while (true) {
      try {
        Socket near = ears.accept();
        if (cut) {
          close(near);
          continue;
        }
        Socket far = new Socket(host, port);
        open.add(near);
        open.add(far);
        daemon(() -> carry(near, far));
        daemon(() -> carry(far, near));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[1 << 16];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        out.write(bytes, 0, count);
      }
    } catch (IOException e) {
      // cut, or one side is gone
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // gone already
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "database line");
    thread.setDaemon(true);
    thread.start();
  }
}
