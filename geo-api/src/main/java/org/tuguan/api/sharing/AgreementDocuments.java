package org.tuguan.api.sharing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.issuing.DocumentType;
import org.tuguan.api.issuing.IssuingProperties;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;

/** The documents of agreements: those who write agreements add them, the sides read them. */
@Service
class AgreementDocuments {
  private static final int LONGEST_NAME = 200;

  private final JdbcAgreements agreements;
  private final JdbcAgreementDocuments documents;
  private final IssuingProperties limits;
  private final AuditTrail audit;
  private final Clock clock;

  AgreementDocuments(
      JdbcAgreements agreements,
      JdbcAgreementDocuments documents,
      IssuingProperties limits,
      AuditTrail audit,
      Clock clock) {
    this.agreements = agreements;
    this.documents = documents;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /** One of this content that is there already is left as it is. */
  @Transactional
  public void add(Agreement agreement, String name, byte[] content, Caller caller) {
    agreements.lock(agreement.id());
    if (!Agreements.isOfficer(caller) && !AgreementJson.mayChange(agreement, caller)) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "",
          new LocalText("文件由擬訂或承辦協議者加入", "documents are added by those who write the agreement"));
    }
    if (content.length > limits.document().toBytes()
        || documents.list(agreement.id()).size() >= limits.documents()) {
      throw new RequestException(
          Fault.TOO_LARGE,
          "file",
          new LocalText(
              "至多 %d 份，每份至多 %d MB".formatted(limits.documents(), limits.document().toMegabytes()),
              "%d documents of %d MB at most"
                  .formatted(limits.documents(), limits.document().toMegabytes())));
    }
    DocumentType type =
        DocumentType.find(content)
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.UNREADABLE_DATA,
                        "file",
                        new LocalText(
                            "須為 PDF、PNG、JPEG 或 ZIP", "a PDF, PNG, JPEG or ZIP is expected")));
    String by = caller.user().orElseThrow();
    String hash = sha256(content);
    if (documents.insert(
        agreement.id(), clean(name), type.mediaType(), hash, content, clock.instant(), by)) {
      agreements.note(
          agreement.id(), new JdbcAgreements.Event(clock.instant(), by, "document", clean(name)));
      audit.record("agreement.document", "agreement:" + agreement.number(), Map.of("sha256", hash));
    }
  }

  List<AgreementJson.DocumentJson> list(Agreement agreement) {
    return documents.list(agreement.id());
  }

  Optional<byte[]> findContent(Agreement agreement, long id) {
    return documents.findContent(agreement.id(), id);
  }

  private static String clean(String name) {
    String last = name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    String some = last.isEmpty() ? "document" : last;
    return some.length() <= LONGEST_NAME ? some : some.substring(some.length() - LONGEST_NAME);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
