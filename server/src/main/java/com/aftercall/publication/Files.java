package com.aftercall.publication;

import com.aftercall.contact.ContactId;
import com.aftercall.failure.AftercallException;
import com.aftercall.publication.PublicationRows.FileRow;
import com.aftercall.publication.salesforce.OrgAnswer;
import com.aftercall.publication.salesforce.SalesforceOrg;
import com.aftercall.publication.salesforce.SubRequest;
import com.aftercall.recording.Recordings;
import com.aftercall.recordpage.Attachments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The files of a record in the org, as attachments or as files of Lightning. */
@Component
class Files {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Attachments attachments;
  private final Recordings recordings;
  private final PublicationRows rows;
  private final SalesforceOrg org;
  private final PublicationSettings settings;

  Files(
      Attachments attachments,
      Recordings recordings,
      PublicationRows rows,
      SalesforceOrg org,
      PublicationSettings settings) {
    this.attachments = attachments;
    this.recordings = recordings;
    this.rows = rows;
    this.org = org;
    this.settings = settings;
  }

  /** The part of a query that asks for the files that a record has. */
  static String question(FileKind kind) {
    return switch (kind) {
      case ATTACHMENT -> "(SELECT Id, Name FROM Attachments)";
      case FILE -> "(SELECT ContentDocumentId, ContentDocument.Title FROM ContentDocumentLinks)";
    };
  }

  /** Remembers files that are there and that we did not know of; what they hold is not known. */
  void noteFound(ContactId contact, Target target, OrgAnswer answer) {
    if (target.object() != PublishedObject.ANALYTICS || target.salesforceId().isEmpty()) {
      return;
    }
    var record = SalesforceOrg.rows(answer).getFirst();
    var known = rows.files(contact, settings.files());
    var children =
        switch (settings.files()) {
          case ATTACHMENT -> record.path("Attachments").path("records");
          case FILE -> record.path("ContentDocumentLinks").path("records");
        };
    for (var child : children) {
      var name = name(child);
      if (!known.containsKey(name) && isOurs(target, name)) {
        rows.noteFile(contact, settings.files(), name, new FileRow(id(child), ""));
      }
    }
  }

  private static boolean isOurs(Target target, String name) {
    return target.draft().files().stream().anyMatch(file -> file.name().equals(name));
  }

  private String name(JsonNode child) {
    return switch (settings.files()) {
      case ATTACHMENT -> child.path("Name").asString("");
      case FILE -> child.path("ContentDocument").path("Title").asString("");
    };
  }

  private String id(JsonNode child) {
    return switch (settings.files()) {
      case ATTACHMENT -> child.path("Id").asString("");
      case FILE -> child.path("ContentDocumentId").asString("");
    };
  }

  /** The calls that store what is not stored yet, but for the recording. */
  List<SubRequest> writes(ContactId contact, Target target) {
    var known = rows.files(contact, settings.files());
    var writes = new ArrayList<SubRequest>();
    var number = 0;
    for (var file : target.draft().files()) {
      var row = known.get(file.name());
      if (!file.isRecording() && (row == null || !row.fingerprint().equals(file.fingerprint()))) {
        var body = fields(file, row, target.idReference());
        body.put(contentField(), Base64.getEncoder().encodeToString(read(contact, file)));
        writes.add(new SubRequest(partId(number), method(row), path(row), body));
        if (settings.files() == FileKind.FILE && row == null) {
          writes.add(documentQuestion(number));
        }
      }
      number++;
    }
    return writes;
  }

  private static String partId(int number) {
    return "file" + number;
  }

  /** A new version of a file does not say whose version it is; that is asked in the same call. */
  private static SubRequest documentQuestion(int number) {
    return new SubRequest(
        "document" + number,
        "GET",
        "/sobjects/ContentVersion/@{" + partId(number) + ".id}?fields=ContentDocumentId",
        null);
  }

  private ObjectNode fields(PublishedFile file, @Nullable FileRow row, String parent) {
    var fields = JSON.createObjectNode();
    switch (settings.files()) {
      case ATTACHMENT -> {
        fields
            .put("Name", file.name())
            .put("ContentType", file.contentType())
            .put("Description", file.description());
        if (row == null) {
          fields.put("ParentId", parent);
        }
      }
      case FILE -> {
        fields
            .put("Title", file.name())
            .put("PathOnClient", file.name())
            .put("Description", file.description());
        if (row == null) {
          fields.put("FirstPublishLocationId", parent);
        } else {
          fields.put("ContentDocumentId", row.salesforceId());
        }
      }
    }
    return fields;
  }

  private String contentField() {
    return settings.files() == FileKind.FILE ? "VersionData" : "Body";
  }

  /** An attachment is overwritten; a file gets another version. */
  private String method(@Nullable FileRow row) {
    return row != null && settings.files() == FileKind.ATTACHMENT ? "PATCH" : "POST";
  }

  private String path(@Nullable FileRow row) {
    return switch (settings.files()) {
      case ATTACHMENT ->
          row == null ? "/sobjects/Attachment" : "/sobjects/Attachment/" + row.salesforceId();
      case FILE -> "/sobjects/ContentVersion";
    };
  }

  /** Notes what was stored, and what was refused. */
  void take(ContactId contact, Target target, Map<String, OrgAnswer> answers) {
    var known = rows.files(contact, settings.files());
    var number = 0;
    for (var file : target.draft().files()) {
      var answer = answers.get(partId(number));
      if (answer != null && target.object() == PublishedObject.ANALYTICS) {
        var row = known.get(file.name());
        var document = answers.get("document" + number);
        take(contact, target, file, new Stored(answer, document, row));
      }
      number++;
    }
  }

  private record Stored(OrgAnswer answer, @Nullable OrgAnswer document, @Nullable FileRow row) {}

  private void take(ContactId contact, Target target, PublishedFile file, Stored stored) {
    var id = stored.row() == null ? newId(stored) : stored.row().salesforceId();
    if (stored.answer().isOk() && !id.isEmpty()) {
      rows.noteFile(contact, settings.files(), file.name(), new FileRow(id, file.fingerprint()));
    } else {
      if (stored.answer().status() == 404 || stored.answer().hasError("ENTITY_IS_DELETED")) {
        rows.forgetFile(contact, file.name());
      }
      target.fail(stored.answer());
    }
  }

  private String newId(Stored stored) {
    var answer = settings.files() == FileKind.FILE ? stored.document() : stored.answer();
    var field = settings.files() == FileKind.FILE ? "ContentDocumentId" : "id";
    return answer == null ? "" : answer.body().path(field).asString("");
  }

  /** Sends the audio, if it is to be there and is not. */
  void sendRecording(ContactId contact, Target target) {
    var recording =
        target.draft().files().stream().filter(PublishedFile::isRecording).findFirst().orElse(null);
    var record = target.salesforceId().orElse(null);
    if (recording == null || record == null || target.hasFailed()) {
      return;
    }
    var row = rows.files(contact, settings.files()).get(recording.name());
    if (row != null && row.fingerprint().equals(recording.fingerprint())) {
      return;
    }
    try {
      // Sending more or less than announced breaks off, which would look like the org's fault.
      recordings.requireUnchanged(contact);
      var answer = upload(contact, recording, row, record);
      var document = settings.files() == FileKind.FILE && answer.isOk() ? document(answer) : null;
      take(contact, target, recording, new Stored(answer, document, row));
    } catch (AftercallException e) {
      target.fail(e);
    }
  }

  private OrgAnswer upload(
      ContactId contact, PublishedFile recording, @Nullable FileRow row, String record) {
    return org.upload(
        method(row),
        path(row),
        fields(recording, row, record),
        contentField(),
        new SalesforceOrg.FileContent(
            recording.name(),
            recording.contentType(),
            recording.sizeBytes(),
            () -> open(contact, recording)));
  }

  private OrgAnswer document(OrgAnswer stored) {
    return org.versionDocument(stored.body().path("id").asString(""));
  }

  private byte[] read(ContactId contact, PublishedFile file) {
    try (var content = open(contact, file)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open(ContactId contact, PublishedFile file) {
    return attachments.open(contact, file.name()).orElseThrow();
  }
}
