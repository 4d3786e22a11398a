package com.aftercall.playback;

/** Why a signed link does not open anything. */
public final class LinkRefused extends Exception {

  private static final long serialVersionUID = 1;

  /** The kinds of reasons; each has one sentence. */
  public enum Reason {
    /** A parameter is missing, doubled or not of its form. */
    INCOMPLETE(
        "This link is not whole: Expires or Policy, Signature and Key-Pair-Id belong to it."),
    /** No such key, or one that was taken out of the group. */
    KEY_UNKNOWN("This link was signed with a key that is not trusted (any more). Ask for another."),
    /** Path, query, end or signature are not what was signed. */
    CHANGED(
        "This link is not genuine: its path, its query or its end was changed, or its signature."),
    /** It was good once. */
    ENDED("This link has ended. Ask for another."),
    /** It will be good. */
    NOT_BEGUN(
        "This link begins later. If it is new, compare this server's clock with the signer's."),
    /** The key for which it was made was revoked, or lost a permission. */
    NOT_ALLOWED(
        "Whoever asked for this link may not share this recording (any more). An administrator can allow it."),
    /** Somebody else's. */
    OTHER_ADDRESS("This link is for another network address.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** For whoever followed the link. */
    public String sentence() {
      return sentence;
    }
  }

  private final Reason reason;

  /** For this reason. */
  public LinkRefused(Reason reason) {
    super(reason.sentence());
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
