package com.aftercall.playback;

import java.security.PublicKey;
import java.util.Optional;

/** The keys whose signatures count now. */
interface KeyGroup {

  /** The public half with this id, if it is (still) trusted. */
  Optional<PublicKey> find(String keyPairId);
}
