package com.aftercall.storage;

import java.time.Instant;
import java.time.InstantSource;

class InMemoryObjectStoreTest extends ObjectStoreContract {

  @Override
  protected ObjectStore store() {
    return new InMemoryObjectStore(InstantSource.fixed(Instant.EPOCH));
  }
}
