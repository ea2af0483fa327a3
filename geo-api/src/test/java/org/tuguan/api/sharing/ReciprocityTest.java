package org.tuguan.api.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.api.issuing.IssuingData;

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

  /** What migration V029 does with applications of before. */
  @Test
  void whatWasDeliveredBeforeRestsOnlyOnWhatItWasFreeBy() {
    String number = SHARING.toPartner("secret");
    SHARING.sign(number);
    String reciprocity = "{\"item\": 0, \"status\": \"EXEMPT\", \"rule\": \"T7\"}";
    long byIt = before("B-1", reciprocity, IssuingData.WEST);
    long byOther = before("B-2", reciprocity.replace("T7", "T3"), IssuingData.WEST);
    long ofOtherItem = before("B-3", reciprocity.replace("0", "1"), IssuingData.WEST);
    long charged = before("B-4", reciprocity.replace("EXEMPT", "CHARGED"), IssuingData.WEST);
    long outside = before("B-5", reciprocity, IssuingData.WEST.replace("24.1", "24.2"));
    SHARING
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              migrate();
              List<Long> rest =
                  SHARING
                      .server()
                      .jdbc()
                      .sql(
                          """
                          SELECT application FROM tuguan.application_layer
                          WHERE agreement = (SELECT id FROM tuguan.agreement WHERE number = :number)
                          """)
                      .param("number", number)
                      .query(Long.class)
                      .list();
              assertThat(rest)
                  .contains(byIt)
                  .doesNotContain(byOther, ofOtherItem, charged, outside);
              status.setRollbackOnly();
            });
    SHARING.end(number, "合意終止");
  }

  private static void migrate() {
    try {
      String all = Files.readString(Path.of("../data/migration/V029__reciprocity.sql"));
      SHARING.server().jdbc().sql("SET LOCAL search_path = tuguan, public").update();
      SHARING.server().jdbc().sql(all.substring(all.indexOf("UPDATE"))).update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An application of the partner of yesterday's program. */
  private static long before(String number, String decision, String area) {
    SHARING.application(
        number, "CLOSED", null, SHARING.partner(), "{\"reciprocity\": true}", "secret");
    return SHARING
        .server()
        .jdbc()
        .sql(
            """
            WITH q AS (
              UPDATE tuguan.quote SET standard = 'taichung-geoinfo', answer = '{"decisions": [' || :decision || ']}'
              WHERE number = 'Q-' || :number RETURNING id),
            p AS (
              INSERT INTO tuguan.quote_layer
                (quote, position, layer, agency, title_zh, title_en, area, features, km2, bytes, hash, updated)
              SELECT id, 0, 'secret', 'construction', 'x', 'x', ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(:area), 4326)),
                1, 1, 1, 'x', now() FROM q)
            SELECT id FROM tuguan.application WHERE number = :number
            """)
        .param("number", number)
        .param("decision", decision)
        .param("area", area)
        .query(Long.class)
        .single();
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
