package com.aftercall.publication;

import com.aftercall.contact.Switches;
import com.aftercall.doctor.Check;
import com.aftercall.doctor.Finding;
import com.aftercall.failure.AftercallException;
import com.aftercall.failure.FailureCode;
import com.aftercall.failure.NotYet;
import com.aftercall.publication.salesforce.Gate;
import com.aftercall.publication.salesforce.SalesforceOrg;
import org.jspecify.annotations.Nullable;

/** A look at the org: not at all while publication is off, and even while its gate is closed. */
abstract sealed class OrgCheck implements Check
    permits LoginCheck, ObjectsCheck, OrgCredentialCheck, PermissionSetCheck {

  private final Switches switches;
  private final Gate gate;
  final SalesforceOrg org;

  OrgCheck(Switches switches, Gate gate, SalesforceOrg org) {
    this.switches = switches;
    this.gate = gate;
    this.org = org;
  }

  /** What is looked at. */
  abstract String place();

  /** Looks; failures of the org may be thrown. */
  abstract Finding look();

  @Override
  public final Finding run() {
    if (!switches.publication()) {
      return Finding.notUsed(
          place(), "Publication to Salesforce is off (aftercall.switches.publication).");
    }
    gate.tryNow();
    try {
      return look();
    } catch (AftercallException e) {
      return Finding.failed(place(), e.sentence(), cure(e.code()));
    } catch (NotYet e) {
      return Finding.failed(place(), e.sentence(), cure(e.code().orElse(null)));
    }
  }

  private static String cure(@Nullable FailureCode code) {
    return code == FailureCode.SALESFORCE_LOGIN_REFUSED
        ? "Compare aftercall.salesforce.host, username and login and the fields of the secret with the app in the org: its consumer key, the certificate of the key, the users that it lets in."
        : "See %s in docs/operations.md."
            .formatted(code == null ? FailureCode.SALESFORCE_UNAVAILABLE : code);
  }
}
