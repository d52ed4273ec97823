import type { FollowedGroup } from '../../../src-preload/contract/account'
import { defaultSettings } from '../../../src-preload/contract/default-settings'
import type { Tally } from '../../../src-preload/contract/evidence'
import type { Account } from '../../../src-preload/contract/session'
import type { Settings } from '../../../src-preload/contract/settings'
import type { Conversation } from '../conversation/conversation'
import type { KeptDraft } from '../conversation/kept-draft'
import type { Person } from '../conversation/message'
import type { OutboxEntry } from '../outbox/entry'
import type { Contact } from '../people/contact'
import { Table } from '../table'
import type { Ticket } from '../ticket/ticket'
import type { SetAside } from './facts'

/**
 * All the desk knows except the text of what was said, which stays in the journal. Never changed in place:
 * {@link evolve} answers a new state that shares what did not change.
 */
export interface DeskState {
  /** Position of the last event folded in; 0 for none. */
  readonly seq: number
  /** The accounts this desk is signed in with, in the order they came. */
  readonly accounts: readonly Account[]
  readonly groups: readonly FollowedGroup[]
  /** Private chats of personal accounts that are on the desk. */
  readonly chats: readonly {
    readonly accountId: string
    readonly personId: string
    readonly conversationId: string
  }[]
  readonly settings: Settings
  /** Ids of the team's people by group. */
  readonly teams: Readonly<Record<string, readonly string[]>>
  /** Ids of all the team's people, the desk's own accounts among them. */
  readonly team: readonly string[]
  readonly tickets: Table<Ticket>
  readonly conversations: Table<Conversation>
  /** Conversation id by `chatId:topicId`, for places other than in the conversation's own id. */
  readonly places: Table<string>
  readonly people: Table<Person>
  /** What the team knows of customers besides. */
  readonly contacts: Table<Contact>
  /** Ticket ids by customer, oldest first. */
  readonly ticketsOf: Table<readonly string[]>
  /** Ticket id by code. */
  readonly codes: Table<string>
  /** Only what is still to go out or failed. */
  readonly outbox: Table<OutboxEntry>
  /** Ids of what is in the outbox by conversation, in the order it must go. */
  readonly waiting: Table<readonly string[]>
  /** Keyed `ticketId/mode`. */
  readonly drafts: Table<KeptDraft>
  /** The Telegram adapters' memory; opaque here. */
  readonly marks: Table<string>
  /** What came and went, keyed `accountId/2026-11-21` (UTC). Old days are summed up under `accountId/before`. */
  readonly evidence: Table<Tally>
  /** What Telegram told and the desk could not take in, by its id. */
  readonly asides: Table<SetAside>
}

/** The names of the state's tables, for the store. */
export const tableNames = [
  'tickets',
  'conversations',
  'places',
  'people',
  'contacts',
  'ticketsOf',
  'codes',
  'outbox',
  'waiting',
  'drafts',
  'marks',
  'evidence',
  'asides',
] as const satisfies readonly (keyof DeskState)[]
export type TableName = (typeof tableNames)[number]

/** A desk on its first day. */
export const emptyDesk: DeskState = {
  seq: 0,
  accounts: [],
  groups: [],
  chats: [],
  settings: defaultSettings,
  teams: {},
  team: [],
  tickets: Table.empty(),
  conversations: Table.empty(),
  places: Table.empty(),
  people: Table.empty(),
  contacts: Table.empty(),
  ticketsOf: Table.empty(),
  codes: Table.empty(),
  outbox: Table.empty(),
  waiting: Table.empty(),
  drafts: Table.empty(),
  marks: Table.empty(),
  evidence: Table.empty(),
  asides: Table.empty(),
}
