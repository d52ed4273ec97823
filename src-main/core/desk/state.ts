import { defaultSettings } from '../../../src-preload/contract/default-settings'
import type { Account } from '../../../src-preload/contract/session'
import type { Settings } from '../../../src-preload/contract/settings'
import type { Conversation } from '../conversation/conversation'
import type { KeptDraft } from '../conversation/kept-draft'
import type { Person } from '../conversation/message'
import type { OutboxEntry } from '../outbox/entry'
import { Table } from '../table'
import type { Ticket } from '../ticket/ticket'

/**
 * All the desk knows except the text of what was said, which stays in the journal. Never changed in place:
 * {@link evolve} answers a new state that shares what did not change.
 */
export interface DeskState {
  /** Position of the last event folded in; 0 for none. */
  readonly seq: number
  readonly account: Account | null
  readonly group: { readonly id: string; readonly title: string } | null
  readonly settings: Settings
  /** Ids of the team's people, this account among them. */
  readonly team: readonly string[]
  readonly tickets: Table<Ticket>
  readonly conversations: Table<Conversation>
  readonly people: Table<Person>
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
  /** The Telegram adapter's memory; opaque here. */
  readonly marks: Table<string>
}

/** The names of the state's tables, for the store. */
export const tableNames = [
  'tickets',
  'conversations',
  'people',
  'ticketsOf',
  'codes',
  'outbox',
  'waiting',
  'drafts',
  'marks',
] as const satisfies readonly (keyof DeskState)[]
export type TableName = (typeof tableNames)[number]

/** A desk on its first day. */
export const emptyDesk: DeskState = {
  seq: 0,
  account: null,
  group: null,
  settings: defaultSettings,
  team: [],
  tickets: Table.empty(),
  conversations: Table.empty(),
  people: Table.empty(),
  ticketsOf: Table.empty(),
  codes: Table.empty(),
  outbox: Table.empty(),
  waiting: Table.empty(),
  drafts: Table.empty(),
  marks: Table.empty(),
}
