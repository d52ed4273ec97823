import type { Change } from '../desk/change'
import type { DeskState } from '../desk/state'
import { SortedList } from '../queue/sorted-list'
import { lineOf } from './entries'
import type { OutboxEntry } from './entry'

/** The first of a line, where it may go out now or as soon as its hold is over. */
interface Head {
  readonly line: string
  readonly entry: OutboxEntry
}

/** What stands first in the lines of one chat. */
interface Heads {
  readonly ready: SortedList<Head>
  /** Few at any time: a hold lasts seconds. */
  readonly held: Map<string, Head>
}

/**
 * What may go out of each chat next, kept up with each change: at most one entry per chat, the oldest. A held or failed
 * one holds back all that comes after it in its line, so that order is kept, but no other line. A change costs what it
 * touches, however much waits elsewhere.
 */
export class NextToSend {
  private readonly heads = new Map<string, Head>()
  private readonly byChat = new Map<string, Heads>()

  constructor(state: DeskState) {
    for (const line of state.waiting.ids()) this.look(state, line)
  }

  /** Chats out of which something may want to go. */
  get chats(): Iterable<string> {
    return this.byChat.keys()
  }

  /** Takes a change of the desk; answers the chats that it touched. */
  follow(change: Change): ReadonlySet<string> {
    const { before, after } = change
    const lines = new Set(change.ids('waiting'))
    for (const id of change.ids('outbox')) {
      const entry = after.outbox.get(id) ?? before.outbox.get(id)
      if (entry) lines.add(lineOf(entry))
    }
    const touched = new Set<string>()
    for (const line of lines) for (const chatId of this.look(after, line)) touched.add(chatId)
    return touched
  }

  /** What goes out of a chat next at `now` (epoch ms); null for nothing. */
  of(chatId: string, now: number): OutboxEntry | null {
    const heads = this.byChat.get(chatId)
    let first = heads?.ready.first?.entry ?? null
    for (const { entry } of heads?.held.values() ?? [])
      if (!isHeld(entry, now) && (first === null || entry.seq < first.seq)) first = entry
    return first
  }

  private look(state: DeskState, line: string): readonly string[] {
    const was = this.heads.get(line)
    const [firstId] = state.waiting.get(line) ?? []
    const entry = firstId === undefined ? undefined : state.outbox.get(firstId)
    if (was?.entry === entry) return entry ? [entry.chatId] : []
    if (was) this.takeOff(was)
    if (entry && entry.state.kind !== 'failed') this.putOn({ line, entry })
    return [was?.entry, entry].flatMap((one) => one?.chatId ?? [])
  }

  private putOn(head: Head): void {
    const { chatId, state } = head.entry
    const heads = this.byChat.get(chatId) ?? { ready: new SortedList(bySeq), held: new Map() }
    this.byChat.set(chatId, heads)
    this.heads.set(head.line, head)
    if (state.kind === 'held') heads.held.set(head.line, head)
    else heads.ready.insert(head)
  }

  private takeOff(head: Head): void {
    const { chatId } = head.entry
    const heads = this.byChat.get(chatId)
    this.heads.delete(head.line)
    if (!heads) return
    if (!heads.held.delete(head.line)) heads.ready.remove(head)
    if (heads.held.size + heads.ready.size === 0) this.byChat.delete(chatId)
  }
}

function bySeq(one: Head, other: Head): number {
  return one.entry.seq - other.entry.seq
}

/**
 * Whether an entry is still held back for Undo at `now` (epoch ms). A clock that was set back by more than the
 * hold itself ends it: how much of it is over cannot be known, and a reply must not wait until the clock comes
 * round again. So no hold lasts longer than twice its span.
 */
function isHeld({ state, queuedAt }: OutboxEntry, now: number): boolean {
  if (state.kind !== 'held') return false
  const spanMs = state.until - queuedAt
  return now < state.until && now >= queuedAt - spanMs
}

/** All that may go out at `now` (epoch ms), looked for anew. */
export function sendable(state: DeskState, now: number): readonly OutboxEntry[] {
  const next = new NextToSend(state)
  return [...next.chats].flatMap((chatId) => next.of(chatId, now) ?? [])
}
