package com.aftercall.access.openid;

import com.aftercall.access.AccessSettings.OpenIdProvider;
import com.aftercall.access.User;
import com.aftercall.access.Users;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of those for whom providers vouch. */
@Component
class VouchedUsers {

  private final Users users;

  VouchedUsers(Users users) {
    this.users = users;
  }

  /**
   * The account of somebody, made or taken over if he comes for the first time. Groups follow the
   * provider's claims each time.
   */
  @Transactional(rollbackFor = SignInFailed.class)
  public User find(String providerId, OpenIdProvider provider, Identity identity)
      throws SignInFailed {
    var known = users.findBySubject(providerId, identity.subject());
    var id = known.isPresent() ? known.get().id() : first(providerId, provider, identity);
    users.setVouchedGroups(id, identity.groups());
    return users.find(id).orElseThrow();
  }

  /**
   * An account that an administrator made for him beforehand is taken over. One with a password is
   * not: whoever chooses his own name at the provider would get into it.
   */
  private String first(String providerId, OpenIdProvider provider, Identity identity)
      throws SignInFailed {
    var waiting =
        users
            .findByName(identity.userName())
            .filter(user -> user.provider() == null && !user.hasPassword());
    if (waiting.isPresent()) {
      users.setSubject(waiting.get().id(), providerId, identity.subject());
      return waiting.get().id();
    }
    if (!provider.create()) {
      throw new SignInFailed("You have no account here yet. An administrator can make one.");
    }
    try {
      return users.create(content(identity), providerId, identity.subject());
    } catch (DuplicateKeyException e) {
      throw new SignInFailed(
          "Another account has your user name. An administrator can rename one of them.", e);
    } catch (IllegalArgumentException e) {
      throw new SignInFailed("The provider's name for you cannot be used here.", e);
    }
  }

  private static User.Content content(Identity identity) {
    return new User.Content(
        identity.userName(),
        cut(identity.displayName()),
        cut(identity.email()),
        cut(identity.agent()),
        true,
        List.of(),
        List.of());
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= 200 ? text : text.substring(0, 200);
  }
}
