package org.tuguan.api.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was delivered by reciprocity ends with its agreement, and with no other. */
class ReciprocityTest {
  @RegisterExtension static final Sharing SHARING = new Sharing();

  private static int status(String link) {
    return SHARING.server().send("HEAD", "", link, "").status();
  }

  @Test
  void endingAnAgreementEndsWhatRestsOnItAndNothingElse() {
    String one = SHARING.toPartner("secret");
    String other = SHARING.toPartner("secret");
    SHARING.sign(one);
    SHARING.sign(other);
    String ofOne = SHARING.link(null, SHARING.partner(), one);
    String ofOther = SHARING.link(null, SHARING.partner(), other);
    String ofNone = SHARING.link(null, SHARING.partner(), "");

    SHARING.end(one, "合意終止");
    assertThat(status(ofOne)).isEqualTo(403);
    assertThat(status(ofOther))
        .as("same party, layer and day, by another agreement")
        .isEqualTo(200);
    assertThat(status(ofNone)).as("by a paper that is kept elsewhere").isEqualTo(200);

    SHARING.end(other, "合意終止");
    assertThat(status(ofOther)).isEqualTo(403);
    assertThat(status(ofNone)).isEqualTo(200);
  }

  @Test
  void whatTheCityReceivesEndsWithTheAgreementToo() {
    String number =
        SHARING
            .post(
                "officer",
                Sharing.PATH,
                Sharing.body(
                        "\"with_agency\": \"construction\"",
                        "府授研字第1號",
                        "{\"direction\": \"RECEIVED\", \"layer\": \"secret\"}")
                    .replace("{\"agency\": \"construction\"", "{\"agency\": \"fire\""))
            .get("number")
            .asString();
    SHARING.sign(number);
    String link = SHARING.link("fire", null, number);
    assertThat(status(link)).isEqualTo(200);
    SHARING.end(number, "合意終止");
    assertThat(status(link)).isEqualTo(403);
  }
}
