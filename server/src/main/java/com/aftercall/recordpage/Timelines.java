package com.aftercall.recordpage;

import com.aftercall.contact.ContactId;
import com.aftercall.contact.ContactPlan;
import java.util.List;
import java.util.Optional;

/** What the pipeline did; it implements this, because nothing may point back at it. */
public interface Timelines {

  /** One step for each feature, in order; empty if nothing has begun. */
  List<Step> steps(ContactId contact);

  /** The plan that the steps follow, or empty if nothing has begun. */
  Optional<ContactPlan> plan(ContactId contact);
}
