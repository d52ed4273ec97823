import type { Finding } from '../../../src-preload/contract/doctor'
import { privateChatOf } from '../conversation/message'
import type { SetAside } from '../desk/facts'
import type { DeskState } from '../desk/state'
import { asidesOf } from '../evidence/set-aside'
import { groupOf } from '../people/accounts'
import { nameOf } from '../people/names'
import { type About, complaint, well } from './finding'

/** More places than this are counted, not named. */
const placesMax = 2

/** What of an account is set aside, and where it was written; null for what is about no chat. */
export interface AsideAt {
  readonly aside: SetAside
  readonly place: string | null
}

/** What of an account is set aside, by the names of its chats. */
export function asidesAt(state: DeskState, accountId: string): readonly AsideAt[] {
  return asidesOf(state, accountId).map((aside) => ({ aside, place: placeOf(state, aside) }))
}

/** What Telegram told an account and the desk could not take in, and how to offer it once more. */
export function asideFinding(about: About, name: string, found: readonly AsideAt[]): Finding {
  const asides = found.map(({ aside }) => aside)
  if (asides.length === 0) return well(about, `All that Telegram told ${name} is taken in`)
  const messages = asides.filter(({ what }) => what === 'message').length
  const isReadable = asides.some(({ numbers }) => numbers.length > 0)
  const isToldOnce = asides.some(({ numbers }) => numbers.length === 0)
  const errors = [...new Set(asides.map(({ error }) => error))].sort().join(', ')
  const remedies = [
    isReadable
      ? 'Press Test again: Telegram is asked for it once more. If it stays here, read it in Telegram, and test again with a newer Topicdesk.'
      : '',
    isToldOnce
      ? 'Some of it Telegram tells only once: look at the chat in Telegram. Test again then takes it off here.'
      : '',
    `Kind of error, for whoever looks after Topicdesk: ${errors}.`,
  ]
  return complaint(about, {
    state: messages > 0 ? 'bad' : 'warn',
    title: `${counted(messages, asides.length - messages)}${placeWords(found)} could not be taken in`,
    effect: `${messages > 0 ? 'What it says is missing from its ticket.' : 'The tickets do not show it.'} Everything else went on.`,
    remedy: remedies.filter((words) => words !== '').join(' '),
  })
}

function counted(messages: number, changes: number): string {
  const words = [
    messages === 0 ? '' : messages === 1 ? '1 message' : `${messages} messages`,
    changes === 0 ? '' : changes === 1 ? '1 change' : `${changes} changes`,
  ]
  return words.filter((word) => word !== '').join(' and ')
}

function placeWords(found: readonly AsideAt[]): string {
  const places = [...new Set(found.flatMap(({ place }) => place ?? []))]
  if (places.length === 0) return ''
  return ` in ${places.length > placesMax ? `${places.length} chats` : places.join(' and ')}`
}

function placeOf(state: DeskState, { chatId }: SetAside): string | null {
  if (chatId === null) return null
  const personId = privateChatOf(chatId)?.personId
  if (personId === undefined) return groupOf(state, chatId)?.title ?? null
  return personId === '' ? 'private chats' : `the chat with ${nameOf(state, personId)}`
}
