package org.tuguan.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.LocalText;
import org.tuguan.core.TestDatabase;

/** Messages on their way to a small mail server of our own. */
class OutboxTest {
  private static final Letter LETTER =
      new Letter(new LocalText("主旨", "A subject"), new LocalText("內容", "Text"), "http://x/#t=1");

  @Test
  void aMessageGoesOutIfAndOnlyIfWhatItTellsOfIsDone() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        MailServer server = new MailServer();
        ConfigurableApplicationContext context = start(database, server.port())) {
      Outbox outbox = context.getBean(Outbox.class);
      TransactionTemplate transactions =
          new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
      transactions.executeWithoutResult(
          status -> {
            outbox.send("undone@example.tw", LETTER);
            status.setRollbackOnly();
          });
      server.refuseNext();
      transactions.executeWithoutResult(status -> outbox.send("first@example.tw", LETTER));
      transactions.executeWithoutResult(status -> outbox.send("second@example.tw", LETTER));

      String received = server.next();
      assertThat(received)
          .contains("example.tw", "=E5=85=A7=E5=AE=B9", "Text", "http://x/#t=3D1")
          .doesNotContain("undone");
      JdbcClient jdbc = JdbcClient.create(database.dataSource());
      await(jdbc, "SELECT count(*) FROM tuguan.mail WHERE state = 'SENT' AND body = ''", 1);
      await(jdbc, "SELECT count(*) FROM tuguan.mail WHERE state = 'WAITING' AND attempts = 1", 1);
      await(jdbc, "SELECT count(*) FROM tuguan.scheduled_task WHERE task_name = 'mail'", 1);
    }
  }

  private static void await(JdbcClient jdbc, String sql, long wanted) throws InterruptedException {
    for (int i = 0; i < 100 && jdbc.sql(sql).query(Long.class).single() != wanted; i++) {
      Thread.sleep(100);
    }
    assertThat(jdbc.sql(sql).query(Long.class).single()).as(sql).isEqualTo(wanted);
  }

  private static ConfigurableApplicationContext start(TestDatabase database, int port) {
    return new SpringApplication(TuguanApplication.class)
        .run(
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + TestDatabase.user(),
            "--spring.datasource.password=" + TestDatabase.password(),
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + port,
            "--db-scheduler.polling-interval=300ms",
            "--tuguan.demo=true",
            "--tuguan.cache.disk=0",
            "--tuguan.home=target/mail-home",
            "--server.port=0");
  }

  /** Takes messages as RFC 5321 has them, one after the other. */
  private static final class MailServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private volatile boolean refuse;

    MailServer() throws IOException {
      Thread thread = new Thread(this::serve, "mail-server");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    void refuseNext() {
      refuse = true;
    }

    String next() throws InterruptedException {
      String message = received.poll(20, TimeUnit.SECONDS);
      assertThat(message).as("a message").isNotNull();
      return message;
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket client = socket.accept()) {
          talk(client);
        } catch (IOException e) {
          // the next one may do better
        }
      }
    }

    private void talk(Socket client) throws IOException {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      say(client, refuse ? "421 later" : "220 here");
      if (refuse) {
        refuse = false;
        return;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("DATA")) {
          say(client, "354 go on");
          received.add(message(in));
        }
        say(client, line.equals("QUIT") ? "221 bye" : "250 ok");
      }
    }

    private static String message(BufferedReader in) throws IOException {
      StringBuilder message = new StringBuilder();
      for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
        message.append(line).append('\n');
      }
      return message.toString();
    }

    private static void say(Socket client, String line) throws IOException {
      client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
