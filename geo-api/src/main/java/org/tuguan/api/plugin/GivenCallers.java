package org.tuguan.api.plugin;

import java.util.Arrays;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.plugin.PluginCallers;

/** Who asks; somebody unknown who must be known is asked to sign in. */
@Component
class GivenCallers implements PluginCallers {
  private static final LocalText FORBIDDEN =
      new LocalText("此帳號沒有這項權限", "this account may not do that");

  @Override
  public Caller current() {
    return Callers.current();
  }

  @Override
  public Caller requireAccount() {
    Caller caller = known();
    if (caller.user().isEmpty() || caller.key().isPresent()) {
      throw new RequestException(Fault.NOT_ALLOWED, "", FORBIDDEN);
    }
    return caller;
  }

  @Override
  public Caller require(Role... anyOf) {
    Caller caller = known();
    if (Arrays.stream(anyOf).noneMatch(caller::has)) {
      throw new RequestException(Fault.NOT_ALLOWED, "", FORBIDDEN);
    }
    return caller;
  }

  private Caller known() {
    Caller caller = current();
    if (caller.isAnonymous()) {
      throw new AuthenticationCredentialsNotFoundException("this takes an account");
    }
    return caller;
  }
}
