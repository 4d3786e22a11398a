package com.aftercall.live;

import com.aftercall.contact.ContactChanged;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Changes that this node has not told yet. The same change of the same contact is kept once, so a
 * step that gets on ten times between two notices is told of once.
 */
final class PendingChanges {

  /** More contacts than that and a list has to be asked for anew anyway. */
  static final int MOST_NAMED = 40;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Set<Notice.Changed> changes = new LinkedHashSet<>();
  private final Set<PersonalEvent> personal = new LinkedHashSet<>();
  private boolean many;

  void add(ContactChanged event) {
    lock.lock();
    try {
      if (!many) {
        changes.add(Notice.Changed.of(event));
        many = changes.size() > MOST_NAMED;
      }
      if (many) {
        changes.clear();
      }
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void add(PersonalEvent event) {
    lock.lock();
    try {
      personal.add(event);
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes back what could not be told; contacts are no longer named then. */
  void putBack(Notice untold) {
    lock.lock();
    try {
      many = true;
      changes.clear();
      personal.addAll(untold.personal());
    } finally {
      lock.unlock();
    }
  }

  /** Returns when there is something to tell. */
  void awaitSome() throws InterruptedException {
    lock.lock();
    try {
      while (isEmpty()) {
        filled.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return changes.isEmpty() && personal.isEmpty() && !many;
  }

  /** Everything there is; afterwards there is nothing. */
  Notice take() {
    lock.lock();
    try {
      var notice = new Notice(List.copyOf(changes), many, new ArrayList<>(personal));
      changes.clear();
      personal.clear();
      many = false;
      return notice;
    } finally {
      lock.unlock();
    }
  }
}
