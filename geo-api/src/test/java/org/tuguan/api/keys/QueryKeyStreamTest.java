package org.tuguan.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryKeyStreamTest {
  private static final String KEY = "tg_abc";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href=\"http://h/k/tg_abc/wms?\"/> | <a href=\"http://h/wms?key=tg_abc&amp;\"/>",
        "<a>http://h/k/tg_abc/ogc/x?f=json&amp;a=b</a> | <a>http://h/ogc/x?key=tg_abc&amp;f=json&amp;a=b</a>",
        "<a href='http://h/k/tg_abc/ogc'/> | <a href='http://h/ogc?key=tg_abc'/>",
        "<a href=\"http://h/k/tg_abc/ogc#top\"/> | <a href=\"http://h/ogc?key=tg_abc#top\"/>",
        "/k/tg_abc/wms | /wms?key=tg_abc",
        "/k/tg_abd/wms | /k/tg_abd/wms",
        "//k/tg_abc/wms and more | //wms?key=tg_abc and more",
        "/k/tg_abc /k/tg_ | /k/tg_abc /k/tg_",
        "<div data-server=\"http://h/k/tg_abc\"> | <div data-server=\"http://h/k/tg_abc\">",
        "<form action=\"http://h/k/tg_abc/ogc\"> | <form action=\"http://h/k/tg_abc/ogc\">",
      })
  void linksGetTheKeyBackWhereItStood(String written, String sent) throws IOException {
    assertThat(through("text/html;charset=UTF-8", written)).isEqualTo(sent);
  }

  @Test
  void jsonNeedsNoEntities() throws IOException {
    assertThat(through("application/json", "{\"href\":\"http://h/k/tg_abc/ogc?f=json\"}"))
        .isEqualTo("{\"href\":\"http://h/ogc?key=tg_abc&f=json\"}");
  }

  @Test
  void chineseStaysAsItIs() throws IOException {
    assertThat(through("text/xml", "<a>臺中市 /k/tg_abc/wms</a>"))
        .isEqualTo("<a>臺中市 /wms?key=tg_abc</a>");
  }

  @Test
  void picturesAreLeftAlone() throws IOException {
    assertThat(through("image/png", "/k/tg_abc/wms")).isEqualTo("/k/tg_abc/wms");
  }

  private static String through(String mediaType, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QueryKeyStream stream = new QueryKeyStream(new Sink(out), KEY, () -> mediaType)) {
      for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
        stream.write(new byte[] {b});
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static final class Sink extends ServletOutputStream {
    private final ByteArrayOutputStream out;

    Sink(ByteArrayOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) {
      out.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}
  }
}
