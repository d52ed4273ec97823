/** How far the account's own counters were read (core.telegram.org/constructor/updates.state). */
export interface CommonState {
  readonly account: string
  readonly pts: number
  readonly qts: number
  readonly date: number
  readonly seq: number
}

/** What is kept of a group the account can reach. */
export interface KnownGroup {
  readonly accessHash: string
  readonly title: string
}

/** Marks to look in by name. */
export type KnownMarks = Pick<ReadonlyMap<string, string>, 'get' | 'has'>

/** Names of the marks, and their texts. Access hashes belong to an account, so its id is part of the name. */
export const marks = {
  common: (account: string) => `common:${account}`,
  /** What it was called while a desk had one account only. */
  commonBefore: 'common',
  /** The group's pts. */
  channel: (groupId: string) => `channel:${groupId}`,
  /** Number of the newest message that was delivered of a group, or of an account's private chats (`messageBox`). */
  newest: (box: string) => `newest:${box}`,
  /** Number behind which an account's private chats are still to be read again. */
  behind: (account: string) => `behind:${account}`,
  /** How far one of them was read again: a number, or {@link readAgain}. */
  behindIn: (account: string, personId: string) => `behind:${account}.${personId}`,
  /** A topic whose title the desk has been told. */
  topic: (groupId: string, topicId: number) => `topic:${groupId}:${topicId}`,
  group: (account: string, groupId: string) => `peer:${account}:channel:${groupId}`,
  user: (account: string, personId: string) => `peer:${account}:user:${personId}`,
  groupPrefix: (account: string) => `peer:${account}:channel:`,
}

/** Whether a mark says how somebody is reached, and nothing of how far was read. */
export function isReach(name: string): boolean {
  return name.startsWith('peer:')
}

/** All of a private chat was read again. */
export const readAgain = 'read'

/** Reads the common state, if it is of this account. */
export function commonStateOf(text: string | undefined, account: string): CommonState | null {
  if (text === undefined) return null
  const state = JSON.parse(text) as CommonState
  return state.account === account ? state : null
}

/** Reads what is kept of a group. */
export function knownGroupOf(text: string | undefined): KnownGroup | null {
  return text === undefined ? null : (JSON.parse(text) as KnownGroup)
}

/** How far an account was read; also as desks of one account called it. */
export function markedState(known: ReadonlyMap<string, string>, account: string): CommonState | null {
  const own = commonStateOf(known.get(marks.common(account)), account)
  return own ?? commonStateOf(known.get(marks.commonBefore), account)
}
