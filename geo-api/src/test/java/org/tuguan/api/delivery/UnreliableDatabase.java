package org.tuguan.api.delivery;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a server and its database and stops as if the database, or the server, had been
 * killed: at the so-many-th statement all connections end, before the database hears of it or
 * before the server hears the answer, and none opens until it is up again. Speaks the PostgreSQL
 * protocol 3.0 as far as counting needs it.
 */
final class UnreliableDatabase implements AutoCloseable {
  /** The client's word for the end of a statement, commits included. */
  private static final int SYNC = 'S';

  private static final int READY_FOR_QUERY = 'Z';

  private final ServerSocket door;
  private final String host;
  private final int port;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private int left = Integer.MAX_VALUE;
  private boolean answerLost;
  private volatile boolean down;

  UnreliableDatabase(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /**
   * @param statements that still go well
   * @param lost true if the next one reaches the database, and only its answer is lost
   */
  synchronized void stopAfter(int statements, boolean lost) {
    left = statements;
    answerLost = lost;
  }

  /** Works from now on; tells whether it had stopped. */
  synchronized boolean up() {
    boolean was = down;
    left = Integer.MAX_VALUE;
    down = false;
    return was;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        if (down) {
          client.close();
          continue;
        }
        Socket server = new Socket(host, port);
        server.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        Answers answers = new Answers(server, client);
        threads.execute(answers);
        threads.execute(() -> questions(client, server, answers));
      }
    } catch (IOException e) {
      stop();
    }
  }

  private void questions(Socket client, Socket server, Answers answers) {
    try (client;
        server) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = server.getOutputStream();
      out.write(message(in, -1));
      while (true) {
        int type = in.readUnsignedByte();
        byte[] message = message(in, type);
        if (type == SYNC && last()) {
          if (answerLost) {
            answers.lose();
            out.write(message);
            answers.awaitEnd();
          }
          stop();
          return;
        }
        out.write(message);
      }
    } catch (IOException | InterruptedException e) {
      open.remove(client);
      open.remove(server);
    }
  }

  private synchronized boolean last() {
    down |= left-- <= 0;
    return down;
  }

  /**
   * @param type -1 for the first message, which has none
   */
  private static byte[] message(DataInputStream in, int type) throws IOException {
    int length = in.readInt();
    int before = type < 0 ? 0 : 1;
    byte[] message = new byte[before + length];
    message[0] = (byte) type;
    for (int i = 0; i < 4; i++) {
      message[before + i] = (byte) (length >>> 24 - 8 * i);
    }
    in.readFully(message, before + 4, length - 4);
    return message;
  }

  private void stop() {
    for (Socket each : open) {
      try {
        each.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    open.clear();
  }

  /** What comes back, until nobody is to hear it any more. */
  private final class Answers implements Runnable {
    private final Socket server;
    private final Socket client;
    private boolean lost;
    private boolean ended;

    Answers(Socket server, Socket client) {
      this.server = server;
      this.client = client;
    }

    synchronized void lose() {
      lost = true;
    }

    synchronized void awaitEnd() throws InterruptedException {
      while (!ended) {
        wait();
      }
    }

    private synchronized boolean isLost() {
      return lost;
    }

    @Override
    public void run() {
      try {
        InputStream from = server.getInputStream();
        OutputStream to = client.getOutputStream();
        DataInputStream in = new DataInputStream(from);
        while (true) {
          int type = in.readUnsignedByte();
          byte[] message = message(in, type);
          if (!isLost()) {
            to.write(message);
          } else if (type == READY_FOR_QUERY) {
            throw new EOFException("nobody hears it");
          }
        }
      } catch (IOException e) {
        synchronized (this) {
          ended = true;
          notifyAll();
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    stop();
    threads.shutdownNow();
  }
}
