package com.aftercall.cli.client;

/** A token just made; the only time that its secret is seen. */
public record NewToken(String id, String name, String token) {

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "NewToken[%s, %s]".formatted(id, name);
  }
}
