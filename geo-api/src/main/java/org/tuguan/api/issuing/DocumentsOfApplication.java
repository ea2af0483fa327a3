package org.tuguan.api.issuing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.DocumentScan;
import org.tuguan.core.issuing.Party;

/** Takes the documents that belong to an application. */
@Service
class DocumentsOfApplication {
  static final Set<String> KINDS =
      Set.of("application", "contract", "reciprocity", "identity", "plan", "other");
  private static final Set<ApplicationState> OPEN =
      EnumSet.of(
          ApplicationState.DRAFT,
          ApplicationState.SUBMITTED,
          ApplicationState.UNDER_REVIEW,
          ApplicationState.CORRECTION_ASKED);
  private static final int LONGEST_NAME = 200;

  private final JdbcDocuments documents;
  private final JdbcApplications applications;
  private final Seen seen;
  private final ExtensionRegistry extensions;
  private final IssuingProperties properties;
  private final AuditTrail audit;
  private final Clock clock;

  DocumentsOfApplication(
      JdbcDocuments documents,
      JdbcApplications applications,
      Seen seen,
      ExtensionRegistry extensions,
      IssuingProperties properties,
      AuditTrail audit,
      Clock clock) {
    this.documents = documents;
    this.applications = applications;
    this.seen = seen;
    this.extensions = extensions;
    this.properties = properties;
    this.audit = audit;
    this.clock = clock;
  }

  /** A document of this content that is there already is left as it is. */
  @Transactional
  public void add(String number, String kind, String name, byte[] content, Caller caller) {
    applications.lock(seen.get(number, caller).application().id());
    Seen.One one = seen.get(number, caller);
    Party party = one.is(Party.APPLICANT) ? Party.APPLICANT : Party.OFFICER;
    Actor actor = one.as(party, caller);
    Application application = one.application();
    requireRoom(application, kind, content);
    String clean = clean(name);
    DocumentType type = DocumentType.find(content).orElseThrow(() -> unknown(clean));
    scan(clean, type, content);
    JdbcDocuments.Document document =
        new JdbcDocuments.Document(
            0,
            kind,
            clean,
            type.mediaType(),
            content.length,
            sha256(content),
            clock.instant(),
            actor.name());
    if (documents.insert(application.id(), document, content)) {
      applications.note(
          application.id(), Event.of(clock.instant(), "document", actor, kind + " " + clean, ""));
      audit.record(
          actor.name(),
          "application.document",
          "application:" + application.number(),
          Map.of("kind", kind, "sha256", document.sha256()));
    }
  }

  /** Of one that the caller may see. */
  Optional<byte[]> findContent(Seen.One one, long id) {
    return documents.findContent(one.application().id(), id);
  }

  List<JdbcDocuments.Document> list(Seen.One one) {
    return documents.list(one.application().id());
  }

  private void requireRoom(Application application, String kind, byte[] content) {
    if (!KINDS.contains(kind)) {
      throw RequestException.invalid(
          "kind", kind, "allowed are " + String.join(", ", KINDS.stream().sorted().toList()));
    }
    if (!OPEN.contains(application.state())) {
      throw new RequestException(
          Fault.CONFLICT,
          "",
          new LocalText("審查已結束，不能再加文件", "the review is over; no more documents are taken"));
    }
    requireSize(content.length);
    if (documents.list(application.id()).size() >= properties.documents()) {
      throw tooLarge();
    }
  }

  /** Before it is read. */
  void requireSize(long bytes) {
    if (bytes > properties.document().toBytes()) {
      throw tooLarge();
    }
  }

  private RequestException tooLarge() {
    int most = properties.documents();
    long megabytes = properties.document().toMegabytes();
    return new RequestException(
        Fault.TOO_LARGE,
        "file",
        new LocalText(
            "每件至多 %d 份文件，每份至多 %d MB".formatted(most, megabytes),
            "%d documents of %d MB at most".formatted(most, megabytes)));
  }

  private void scan(String name, DocumentType type, byte[] content) {
    for (DocumentScan scan : extensions.list(DocumentScan.class)) {
      scan.findFault(name, type.mediaType(), content.clone())
          .ifPresent(
              fault -> {
                throw new RequestException(Fault.UNREADABLE_DATA, "file", fault);
              });
    }
  }

  private static RequestException unknown(String name) {
    return new RequestException(
        Fault.UNREADABLE_DATA,
        "file",
        new LocalText(
            "%s 不是 PDF、PNG、JPEG 或 ZIP（含 DOCX、ODT、XLSX）".formatted(RequestException.quote(name)),
            "%s is no PDF, PNG, JPEG or ZIP (DOCX, ODT and XLSX are)"
                .formatted(RequestException.quote(name))));
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
