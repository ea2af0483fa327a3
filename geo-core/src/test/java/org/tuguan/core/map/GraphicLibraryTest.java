package org.tuguan.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphicLibraryTest {
  private final GraphicLibrary graphics =
      new GraphicLibrary(GraphicLibraryTest.class.getClassLoader(), "graphics/");

  @Test
  void iconsAreFoundByRelativeName() {
    assertThat(graphics.find("icons/school.svg")).get().matches(icon -> icon.width() == 24);
    assertThat(graphics.find("icons/dot.png")).get().matches(icon -> icon.height() == 12);
  }

  @Test
  void nothingElseIsLookedUp() {
    for (String name :
        new String[] {
          "../fonts/OFL.txt",
          "icons/../../fonts/OFL.txt",
          "/etc/passwd",
          "file:/etc/passwd",
          "http://localhost/icon.svg",
          "icons//school.svg",
          "icons/none.svg",
          ""
        }) {
      assertThat(graphics.find(name)).as(name).isEmpty();
    }
  }

  @Test
  void parametersCannotBringInMarkup() {
    assertThat(graphics.find("icons/school.svg?fill=%22/><script/>")).isPresent();
  }
}
