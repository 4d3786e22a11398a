package com.aftercall.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.IntConsumer;

/**
 * Has something noted when it is known how a request went, and before the first byte of the answer
 * flows. If noting fails, nothing flows.
 */
final class AuditedResponse extends HttpServletResponseWrapper {

  private final IntConsumer noting;
  private boolean noted;

  /**
   * @param noting is given the status, once
   */
  AuditedResponse(HttpServletResponse response, IntConsumer noting) {
    super(response);
    this.noting = noting;
  }

  /** Does nothing the second time. */
  void note() {
    note(getStatus());
  }

  /** The same, where the status is not set yet. */
  void note(int status) {
    if (!noted) {
      noted = true;
      noting.accept(status);
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    note();
    return super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    note();
    return super.getWriter();
  }

  @Override
  public void flushBuffer() throws IOException {
    note();
    super.flushBuffer();
  }

  @Override
  public void sendError(int status) throws IOException {
    setStatus(status);
    note();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    setStatus(status);
    note();
    super.sendError(status, message);
  }
}
