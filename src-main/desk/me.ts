import type { Actor } from '../core/desk/actor'
import { mainAccount } from '../core/people/accounts'
import type { Desk } from './desk'

/** Who sits at this desk, at the moment of asking. */
export type Me = () => Actor

/** The account that is signed in, or `local` while nobody is. */
export function whoAmI(desk: Desk): Me {
  return () => ({ kind: 'agent', id: mainAccount(desk.state)?.id ?? 'local' })
}
