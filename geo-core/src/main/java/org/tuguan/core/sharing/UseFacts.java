package org.tuguan.core.sharing;

import java.util.Objects;

/**
 * What the rules look at. Is forgotten once a class is found, so that no address and no program of
 * a person is kept.
 *
 * @param path of the request, without parameters
 * @param agent name of the caller's program; empty if it gave none
 * @param operation in the protocol's word
 * @param anonymous true if neither account nor key came with the request
 * @param own true if the operator has named this account, address or sign as theirs
 */
public record UseFacts(
    String method,
    String path,
    String agent,
    String operation,
    UseOutcome outcome,
    boolean anonymous,
    boolean own) {
  public UseFacts {
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    Objects.requireNonNull(agent);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(outcome);
  }
}
