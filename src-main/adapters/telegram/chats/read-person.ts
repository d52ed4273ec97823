import type { Person } from '../../../core/conversation/message'
import { Refusal } from '../../../core/refusal'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import type { KnownMarks } from '../marks'
import { userPeer } from '../peers/peer'
import { personOf } from '../translate/people'

/** @throws {@link Refusal} `not-found` if the account never met that person, or Telegram knows them no more. */
export async function readPerson(
  ask: Ask,
  known: KnownMarks,
  account: string,
  personId: string,
): Promise<Person> {
  const { userId, accessHash } = userPeer(known, account, personId)
  const [user] = await ask(new tl.users.GetUsers({ id: [new tl.InputUser({ userId, accessHash })] }))
  const person = user && personOf(user)
  if (!person) throw new Refusal('not-found', 'Telegram does not know that person any more.')
  return person
}
