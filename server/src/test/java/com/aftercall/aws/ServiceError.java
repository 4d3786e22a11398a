package com.aftercall.aws;

/** What an operation of a double throws to answer with an error of the service. */
public final class ServiceError extends RuntimeException {

  private static final long serialVersionUID = 1;

  final int status;
  final String type;

  public ServiceError(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }
}
