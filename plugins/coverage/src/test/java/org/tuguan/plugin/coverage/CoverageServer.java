package org.tuguan.plugin.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.PluginDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The plugin's endpoints over a database of their own, on the 15th of January 2026. */
record CoverageServer(
    PluginDatabase database,
    AnnotationConfigApplicationContext context,
    StubGifts gifts,
    MockMvc web)
    implements AutoCloseable {
  private static final String ROOT = "/api/v1/coverage";
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  static CoverageServer start() {
    PluginDatabase database = PluginDatabase.of("coverage");
    StubGifts gifts = new StubGifts();
    DataSource source = database.dataSource();
    JdbcTemplate jdbc = new JdbcTemplate(source);
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(JdbcTemplate.class, () -> jdbc);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
    context.registerBean(
        DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(source));
    context.registerBean(JsonMapper.class, () -> JSON);
    context.registerBean(
        Clock.class,
        () -> Clock.fixed(Instant.parse("2026-01-15T03:00:00Z"), ZoneId.of("Asia/Taipei")));
    gifts.register(context);
    context.register(CoveragePlugin.class);
    context.refresh();
    MockMvc web =
        MockMvcBuilders.standaloneSetup(
                context.getBeansWithAnnotation(RestController.class).values().toArray())
            .setMessageConverters(
                new ByteArrayHttpMessageConverter(), new JacksonJsonHttpMessageConverter(JSON))
            .build();
    return new CoverageServer(database, context, gifts, web);
  }

  MockHttpServletResponse get(String path) throws Exception {
    return answer(path, MockMvcRequestBuilders.get(ROOT + path));
  }

  JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path).getContentAsString(StandardCharsets.UTF_8));
  }

  JsonNode post(String path, String body) throws Exception {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.post(ROOT + path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    return JSON.readTree(answer(path, request).getContentAsString(StandardCharsets.UTF_8));
  }

  void delete(String path) throws Exception {
    answer(path, MockMvcRequestBuilders.delete(ROOT + path));
  }

  /** Refusals come as the exceptions that they are: who maps them is the server. */
  private MockHttpServletResponse answer(String path, MockHttpServletRequestBuilder request)
      throws Exception {
    MockHttpServletResponse response = web.perform(request).andReturn().getResponse();
    assertThat(response.getStatus()).as(path).isBetween(200, 299);
    return response;
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
