import type { Author } from '../../../src-preload/contract/conversation'
import type { AgentView } from '../../../src-preload/contract/ticket'
import type { Actor } from '../desk/actor'
import type { DeskState } from '../desk/state'
import { mainAccount } from './accounts'

/** A person's name as Telegram has it; "Someone" for a person never met. */
export function nameOf(state: DeskState, personId: string): string {
  return state.people.get(personId)?.name || 'Someone'
}

/** The desk's own name, where it says something by itself. */
export const deskName = 'Topicdesk'

/** Whether a person is one of the accounts this desk is signed in with. */
export function isMe({ accounts }: Pick<DeskState, 'accounts'>, personId: string): boolean {
  return accounts.some(({ id }) => id === personId)
}

/** A person of the team, as shown. */
export function agentView(state: DeskState, personId: string): AgentView {
  return {
    id: personId,
    name: nameOf(state, personId),
    username: state.people.get(personId)?.username ?? null,
    isMe: isMe(state, personId),
  }
}

/** Who wrote something, as shown. */
export function authorView(state: DeskState, personId: string): Author {
  return { id: personId, name: nameOf(state, personId), isMe: isMe(state, personId) }
}

/** Who did something in a conversation, as its author: a person, or the desk. */
export function actorView(state: DeskState, actor: Actor): Author {
  return actor.kind === 'desk' ? { id: '', name: deskName, isMe: false } : authorView(state, actor.id)
}

/**
 * Everyone a ticket can be given to, by name, whoever sits at this desk first: no bot, unless nobody else sits here, nor
 * the group in whose name its admins may write.
 */
export function teamView(state: DeskState): readonly AgentView[] {
  const me = mainAccount(state)?.id
  return state.team
    .filter((id) => id === me || (!isGroup(id) && state.people.get(id)?.isBot !== true))
    .map((id) => agentView(state, id))
    .sort((one, other) => Number(other.id === me) - Number(one.id === me) || byName(one, other))
}

function byName(one: AgentView, other: AgentView): number {
  return one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1)
}

/** Whether this is a group in whose name its admins write, and no person. */
export function isGroup(personId: string): boolean {
  return personId.startsWith('group:')
}

/** Who did something, to begin a sentence with: "You", a name, or "The desk". */
export function actorName(state: DeskState, actor: Actor): string {
  if (actor.kind === 'desk') return 'The desk'
  return isMe(state, actor.id) ? 'You' : nameOf(state, actor.id)
}

/** Whether someone writes for the team: the account itself or one of the group's people. */
export function isTeam(state: DeskState, personId: string): boolean {
  return isMe(state, personId) || state.team.includes(personId)
}
