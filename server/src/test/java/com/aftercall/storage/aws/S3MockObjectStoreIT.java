package com.aftercall.storage.aws;

import java.nio.file.Path;

class S3MockObjectStoreIT extends S3Contract {

  @Override
  S3Server start(Path folder) {
    return S3Server.mock(folder);
  }
}
