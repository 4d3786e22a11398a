package com.aftercall.pipeline;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names this server process among others. */
final class Node {

  static final String NAME = host() + ":" + ProcessHandle.current().pid();

  private Node() {}

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
