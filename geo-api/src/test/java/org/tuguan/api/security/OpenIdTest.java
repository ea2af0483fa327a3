package org.tuguan.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tuguan.api.TuguanApplication;
import org.tuguan.core.TestDatabase;

/** Signing in with an OpenID provider: a small one of our own, over HTTP. */
class OpenIdTest {
  private static final Pattern NONCE = Pattern.compile("[?&]nonce=([^&]+)");
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

  @Test
  void whoTheProviderKnowsIsLetInWithTheirOwnAccountAndNobodyElse() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        Provider provider = new Provider();
        ConfigurableApplicationContext server = start(database, provider)) {
      int port = Integer.parseInt(server.getEnvironment().getProperty("local.server.port"));
      JdbcClient jdbc = JdbcClient.create(database.dataSource());
      jdbc.sql(
              """
              INSERT INTO tuguan.account (name, email, state, roles)
              VALUES ('a-staff', 'staff@city.example', 'INVITED', '{READER,KPI}')
              """)
          .update();

      provider.person("17", "staff@city.example", false);
      assertThat(user(signIn(port, provider))).as("an address that nobody checked").isNull();
      provider.person("18", "stranger@city.example", true);
      assertThat(user(signIn(port, provider))).as("without an account").isNull();
      provider.person("17", "staff@city.example", true);
      assertThat(user(signIn(port, provider))).isEqualTo("a-staff");
      provider.person("17", "renamed@city.example", false);
      assertThat(user(signIn(port, provider))).as("known by the subject").isEqualTo("a-staff");
      provider.person("19", "staff@city.example", true);
      assertThat(user(signIn(port, provider))).as("another subject of the address").isNull();
      jdbc.sql("UPDATE tuguan.account SET state = 'DISABLED' WHERE name = 'a-staff'").update();
      assertThat(user(signIn(port, provider))).isNull();
    }
  }

  private static String user(Browser browser) {
    var session = browser.get("/api/v1/session").json();
    assertThat(session.get("providers").get(0).get("href").asString())
        .isEqualTo("/oauth2/authorization/city");
    return session.get("user").isNull() ? null : session.get("user").asString();
  }

  /** As a browser goes there and comes back. */
  private static Browser signIn(int port, Provider provider) {
    Browser browser = new Browser(port);
    String there = browser.location("/oauth2/authorization/city");
    assertThat(there).startsWith(provider.issuer() + "/authorize");
    provider.nonce = find(NONCE, there);
    browser.location("/login/oauth2/code/city?code=a-code&state=" + find(STATE, there));
    return browser;
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private static ConfigurableApplicationContext start(TestDatabase database, Provider provider) {
    String registration = "--spring.security.oauth2.client.registration.city.";
    return new SpringApplication(TuguanApplication.class)
        .run(
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + TestDatabase.user(),
            "--spring.datasource.password=" + TestDatabase.password(),
            "--tuguan.cache.disk=0",
            "--tuguan.home=target/openid-home",
            "--tuguan.admin-password=not asked for here",
            "--server.port=0",
            registration + "client-id=tuguan",
            registration + "client-secret=secret",
            registration + "scope=openid,email",
            "--spring.security.oauth2.client.provider.city.issuer-uri=" + provider.issuer());
  }

  /** Says of whoever comes what it was told to say. */
  private static final class Provider implements AutoCloseable {
    private final RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private volatile String nonce = "";
    private volatile JWTClaimsSet person = new JWTClaimsSet.Builder().build();

    Provider() throws Exception {
      server.createContext("/.well-known/openid-configuration", this::configuration);
      server.createContext(
          "/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
      server.createContext("/token", this::token);
      server.start();
    }

    String issuer() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void person(String subject, String email, boolean verified) {
      person =
          new JWTClaimsSet.Builder()
              .subject(subject)
              .claim("email", email)
              .claim("email_verified", verified)
              .build();
    }

    private void configuration(HttpExchange exchange) throws IOException {
      answer(
          exchange,
          """
          {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
           "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"],
           "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
          """
              .formatted(issuer()));
    }

    private void token(HttpExchange exchange) throws IOException {
      try {
        Instant now = Instant.now();
        JWTClaimsSet claims =
            new JWTClaimsSet.Builder(person)
                .issuer(issuer())
                .audience("tuguan")
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
        SignedJWT token =
            new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        answer(
            exchange,
            "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \"%s\"}"
                .formatted(token.serialize()));
      } catch (JOSEException e) {
        throw new IOException(e);
      }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
