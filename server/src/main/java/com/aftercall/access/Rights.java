package com.aftercall.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What somebody may do, of all his permission sets together. */
public final class Rights {

  /** Of the operator's token, and of tokens without limits. */
  static final Rights EVERYTHING = of(EnumSet.allOf(Permission.class), Reach.ALL);

  private final Map<Permission, Reach> permissions;
  private final Reach contacts;

  private Rights(Map<Permission, Reach> permissions, Reach contacts) {
    this.permissions = permissions;
    this.contacts = contacts;
  }

  static Rights of(Collection<Permission> permissions, Reach contacts) {
    var map = new EnumMap<Permission, Reach>(Permission.class);
    permissions.forEach(permission -> map.put(permission, contacts));
    return new Rights(map, contacts);
  }

  /** Each permission reaches as far as the widest set that has it. */
  static Rights of(Collection<PermissionSet> sets) {
    var map = new EnumMap<Permission, Reach>(Permission.class);
    var contacts = Reach.NONE;
    for (var set : sets) {
      contacts = contacts.or(set.contacts());
      for (var permission : set.permissions()) {
        map.merge(permission, set.contacts(), Reach::or);
      }
    }
    return new Rights(map, contacts);
  }

  /** Only these of them. */
  Rights limitedTo(Set<Permission> some) {
    var map = new EnumMap<>(permissions);
    map.keySet().retainAll(some);
    return new Rights(map, contacts);
  }

  /** Whether the permission is there, for whichever contacts. */
  public boolean has(Permission permission) {
    return permissions.containsKey(permission);
  }

  /** For which contacts; none where it is not there. */
  public Reach reach(Permission permission) {
    return permissions.getOrDefault(permission, Reach.NONE);
  }

  /** Which contacts are seen at all. */
  public Reach contacts() {
    return contacts;
  }

  /** Those that are there, in the order of their names in the API. */
  public Set<Permission> permissions() {
    return Set.copyOf(permissions.keySet());
  }
}
