import type { AuthKey } from '../session/auth-key'
import type { Session } from '../session/session'
import type { Account } from '../world/account'
import type { World } from '../world/world'
import type { Desk } from './desk'

/** Who may call: anybody, whoever is signed in, people but not bots, or bots alone. */
export type Access = 'anybody' | 'signed-in' | 'people' | 'bots'

/** One call, with all that an answer may need. */
export interface Call {
  readonly desk: Desk
  readonly world: World
  readonly session: Session
  /** The key that says who is signed in. */
  readonly identity: AuthKey
  /** The caller. @throws AUTH_KEY_UNREGISTERED if nobody is signed in. */
  readonly me: Account
}

/** A method of the API (core.telegram.org/methods). */
export interface Method {
  readonly name: string
  readonly access: Access
  answer(call: Call, request: unknown): unknown
}

interface RequestClass<R> {
  readonly className: string
  readonly prototype: R
}

/**
 * Ties a method's request to its answer, as the schema does: an answer of the
 * wrong type does not compile.
 *
 * What the answer throws as RpcError goes to the client; anything else is a
 * fault of ours, logged and answered with 500 INTERNAL.
 */
export function method<R extends { __response: unknown }>(
  request: RequestClass<R>,
  access: Access,
  answer: (call: Call, request: R) => R['__response'] | Promise<R['__response']>,
): Method {
  return {
    name: request.className,
    access,
    answer: (call, given) => answer(call, given as R),
  }
}
