package com.aftercall.publication;

import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.RetryableException;
import com.aftercall.publication.salesforce.OrgAnswer;
import com.aftercall.publication.salesforce.OrgObject;
import com.aftercall.publication.salesforce.SalesforceOrg;
import com.aftercall.publication.salesforce.SubRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One record that is being written: what it shall hold, what the org has, and how it goes. */
final class Target {

  static final String KEY = "ContactId__c";

  /** Older packages know nothing of these; the original, too, left them out then. */
  private static final List<String> OPTIONAL = List.of("Region__c", "DisconnectReason__c");

  private static final String LAST_UPDATE = "LastUpdateTimestamp__c";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Draft draft;
  private final OrgObject described;
  private final UnaryOperator<String> qualified;
  private final boolean isConcluded;
  private final ObjectNode linked = JSON.createObjectNode();
  private final List<String> remarks = new ArrayList<>();
  private @Nullable String salesforceId;
  private boolean newerThere;
  private @Nullable AftercallException failure;
  private boolean lostRecord;
  private boolean outdatedDescription;
  private int written;

  Target(
      Draft draft,
      OrgObject described,
      UnaryOperator<String> qualified,
      PublicationRows.@Nullable Row known) {
    this.draft = draft;
    this.described = described;
    this.qualified = qualified;
    this.salesforceId = known == null ? null : known.salesforceId();
    this.isConcluded = known != null && known.isConcluded();
    remarks.addAll(draft.remarks());
    if (described.field(qualified.apply(KEY)).isEmpty()) {
      throw new RetryableException(
          FailureCode.SALESFORCE_SETUP_INCOMPLETE,
          "%s has no field %s that the server's user may see"
              .formatted(described.name(), qualified.apply(KEY)));
    }
  }

  Draft draft() {
    return draft;
  }

  PublishedObject object() {
    return draft.object();
  }

  String describedAs() {
    return qualified.apply(draft.object().objectName());
  }

  OrgObject described() {
    return described;
  }

  Optional<String> salesforceId() {
    return Optional.ofNullable(salesforceId);
  }

  /** Also when the last answer was lost, and always where others may have a newer version. */
  boolean isToBeLookedFor() {
    return salesforceId == null || !isConcluded || object() == PublishedObject.CONTACT_RECORD;
  }

  String questionId() {
    return "look" + object().name();
  }

  String writeId() {
    return "write" + object().name();
  }

  /** Where a later part of the same call finds the record's id. */
  String idReference() {
    return salesforceId == null ? "@{" + writeId() + ".id}" : salesforceId;
  }

  /** The oldest record with this contact id, with what we have to know of it. */
  SubRequest question(FileKind kind) {
    var columns = new ArrayList<String>(List.of("Id"));
    if (object() == PublishedObject.CONTACT_RECORD) {
      described.field(qualified.apply(LAST_UPDATE)).ifPresent(field -> columns.add(field.name()));
    } else {
      columns.add(Files.question(kind));
    }
    var soql =
        "SELECT %s FROM %s WHERE %s = %s ORDER BY CreatedDate, Id LIMIT 2"
            .formatted(
                String.join(", ", columns),
                described.name(),
                name(KEY),
                SalesforceOrg.quoted(String.valueOf(draft.fields().get(KEY))));
    return new SubRequest(questionId(), "GET", SalesforceOrg.queryPath(soql), null);
  }

  /** Takes the answer to {@link #question}. */
  void found(OrgAnswer answer) {
    if (!answer.isOk()) {
      throw new RetryableException(
          FailureCode.SALESFORCE_SETUP_INCOMPLETE,
          "Salesforce refused to look for the record in %s: %s"
              .formatted(described.name(), answer.summary()));
    }
    var records = SalesforceOrg.rows(answer);
    if (records.isEmpty()) {
      salesforceId = null;
      return;
    }
    var first = records.getFirst();
    salesforceId = first.path("Id").stringValue();
    if (records.size() > 1) {
      remarks.add("The org has several records of this contact; the oldest one was written.");
    }
    newerThere =
        object() == PublishedObject.CONTACT_RECORD
            && OrgTime.read(first.path(name(LAST_UPDATE)).asString(""))
                .filter(draft.version()::isBefore)
                .isPresent();
  }

  boolean isNewerThere() {
    return newerThere;
  }

  void link(String field, String id) {
    described
        .field(field)
        .ifPresentOrElse(
            known -> linked.put(known.name(), id),
            () -> remarks.add("The org has no field %s to link with.".formatted(field)));
  }

  void remark(String sentence) {
    remarks.add(sentence);
  }

  /** By its id where we know it, else by the contact id where that is a key, else a new one. */
  SubRequest write() {
    var body = body();
    var object = "/sobjects/" + described.name();
    if (salesforceId != null) {
      body.remove(name(KEY));
      return new SubRequest(writeId(), "PATCH", object + "/" + salesforceId, body);
    }
    var key = described.field(qualified.apply(KEY)).orElseThrow();
    if (!key.isKey()) {
      return new SubRequest(writeId(), "POST", object, body);
    }
    body.remove(key.name());
    var value = SalesforceOrg.encoded(String.valueOf(draft.fields().get(KEY)));
    return new SubRequest(writeId(), "PATCH", object + "/" + key.name() + "/" + value, body);
  }

  private ObjectNode body() {
    var body = JSON.createObjectNode();
    var missing = new ArrayList<String>();
    var cut = new ArrayList<String>();
    draft
        .fields()
        .forEach(
            (field, value) -> {
              var known = described.field(qualified.apply(field)).orElse(null);
              if (known == null || !known.isWritable()) {
                missing.add(qualified.apply(field));
                return;
              }
              if (known.isCut(value)) {
                cut.add(known.name());
              }
              body.set(known.name(), JSON.valueToTree(known.fit(value)));
            });
    OPTIONAL.forEach(field -> missing.remove(qualified.apply(field)));
    if (!missing.isEmpty()) {
      remarks.add(
          "Not in the org, or not for us to write: %s.".formatted(String.join(", ", missing)));
    }
    if (!cut.isEmpty()) {
      remarks.add("Cut to the length of the field: %s.".formatted(String.join(", ", cut)));
    }
    body.setAll(linked);
    written = body.size();
    return body;
  }

  /** Takes the answer to {@link #write}. */
  void take(@Nullable OrgAnswer answer) {
    if (answer != null && answer.isOk()) {
      if (answer.body().path("id").isString()) {
        salesforceId = answer.body().path("id").stringValue();
      } else if (salesforceId == null) {
        // Before version 46 an upsert that found a record does not name it.
        lostRecord = true;
        fail(answer);
      }
      return;
    }
    var said = answer == null ? new OrgAnswer(500, JSON.missingNode()) : answer;
    lostRecord =
        said.status() == 300
            || said.status() == 404
            || said.hasError("ENTITY_IS_DELETED", "NOT_FOUND", "DUPLICATE_VALUE");
    outdatedDescription = said.hasError("INVALID_FIELD", "INVALID_FIELD_FOR_INSERT_UPDATE");
    fail(said);
  }

  /** Notes that something of it was refused; the first failure counts. */
  void fail(OrgAnswer answer) {
    if (failure == null) {
      failure = Refusals.of(described.name(), answer);
    }
  }

  /** The same, for failures that are known already. */
  void fail(AftercallException known) {
    if (failure == null) {
      failure = known;
    }
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** The record that we knew is not there any more, or another one is. */
  boolean hasLostRecord() {
    return lostRecord;
  }

  boolean hasOutdatedDescription() {
    return outdatedDescription;
  }

  boolean isToBeTriedAgain() {
    return lostRecord || outdatedDescription;
  }

  void throwFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  String message() {
    if (newerThere) {
      return "The org has a newer version of this contact record, which was left as it is.";
    }
    var what =
        "%s %s, %d fields%s."
            .formatted(
                described.name(),
                salesforceId,
                written,
                draft.files().isEmpty() ? "" : ", %d files".formatted(draft.files().size()));
    return remarks.isEmpty() ? what : what + " " + String.join(" ", remarks);
  }

  private String name(String field) {
    return described
        .field(qualified.apply(field))
        .map(known -> known.name())
        .orElse(qualified.apply(field));
  }
}
