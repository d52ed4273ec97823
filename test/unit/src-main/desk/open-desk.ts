import type { IncomingMessage } from '../../../../src-main/core/conversation/message'
import type { DeskEvent } from '../../../../src-main/core/desk/events'
import type { TelegramFact } from '../../../../src-main/core/desk/facts'
import type { Intent } from '../../../../src-main/core/desk/intents'
import type { Log } from '../../../../src-main/core/ports'
import { type Commit, Desk } from '../../../../src-main/desk/desk'
import { SteeredClock } from '../../../conformance/steered-clock'
import {
  anna,
  byAnna,
  chatId,
  iso,
  mira,
  nine,
  ravi,
  theDesk,
  ticketId,
  topicId,
} from '../core/desk-on-paper'
import { SteeredJournal } from './steered-journal'

/** A log that remembers what went wrong. */
export class MemoryLog implements Log {
  readonly errors: string[] = []
  readonly warnings: string[] = []

  info(what: string): void {
    throw new Error(`the desk has nothing to inform of: ${what}`)
  }

  warn(what: string): void {
    this.warnings.push(what)
  }

  error(what: string): void {
    this.errors.push(what)
  }
}

/** A real desk on a journal and a clock that obey. */
export class OpenDesk {
  readonly journal = new SteeredJournal()
  readonly clock = new SteeredClock(nine)
  readonly log = new MemoryLog()
  readonly rooms: boolean[] = []
  readonly commits: Commit[] = []
  readonly desk = new Desk(this.journal, this.clock, this.log, (hadRoom) => this.rooms.push(hadRoom))
  private number = 100

  constructor() {
    this.desk.onCommit((commit) => this.commits.push(commit))
  }

  /** Signed in as Anna, one group followed, replies held for `sendHoldMs`, one ticket of Mira's. */
  static async open(sendHoldMs = 0): Promise<OpenDesk> {
    const open = new OpenDesk()
    const account = { id: anna.id, name: anna.name, username: 'anna', kind: 'user' as const }
    await open.desk.ask({ kind: 'sign-in', account }, theDesk)
    const group = { id: chatId, title: 'Fernline Help', accountId: anna.id, role: 'public' } as const
    await open.desk.ask({ kind: 'follow-group', group }, byAnna)
    await open.desk.ask({ kind: 'change-settings', patch: { sendHoldMs } }, byAnna)
    await open.deliver([{ kind: 'team', groupId: chatId, agents: [anna, ravi] }], [anna, ravi, mira])
    await open.topic(topicId)
    return open
  }

  /** A topic in which Mira wrote. */
  async topic(topic: number): Promise<void> {
    const at = iso(this.clock.now())
    await this.deliver([
      { kind: 'topic-created', chatId, topicId: topic, title: `Card ${topic}`, by: mira.id, at },
      { kind: 'message', message: this.message({ topicId: topic }) },
    ])
  }

  message(more: Partial<IncomingMessage> = {}): IncomingMessage {
    return {
      ...{ chatId, topicId, number: ++this.number, senderId: mira.id, isOwn: false, randomId: null },
      ...{ sentAt: iso(this.clock.now()), text: 'My card was refused.', entities: [], media: [] },
      ...{ albumId: null, replyTo: null },
      ...more,
    }
  }

  deliver(facts: readonly TelegramFact[], people: readonly (typeof anna)[] = []) {
    return this.desk.ask(
      { kind: 'receive-delivery', delivery: { facts, people, accountId: anna.id, marks: {} } },
      theDesk,
    )
  }

  /** What Telegram tells of a reply of this desk that it took. */
  echo(outboxId: string, text: string, more: Partial<IncomingMessage> = {}) {
    const message = this.message({ senderId: anna.id, isOwn: true, randomId: outboxId, text, ...more })
    return this.deliver([{ kind: 'message', message }])
  }

  reply(outboxId: string, more: Partial<Extract<Intent, { kind: 'queue-reply' }>> = {}) {
    return this.desk.ask(
      {
        kind: 'queue-reply',
        ...{ ticketId, outboxId, text: `Reply ${outboxId}`, entities: [], files: [], replyTo: null },
        ...{ after: 'nothing', seenPosition: this.desk.state.seq, force: true },
        ...more,
      },
      byAnna,
    )
  }

  note(noteId: string) {
    return this.desk.ask({ kind: 'add-note', ticketId, noteId, text: `Note ${noteId}` }, byAnna)
  }

  entryState(outboxId: string): string | undefined {
    return this.desk.state.outbox.get(outboxId)?.state.kind
  }

  /** Events of one kind that are durable. */
  events<K extends DeskEvent['kind']>(kind: K): readonly Extract<DeskEvent, { kind: K }>[] {
    return this.journal.events.flatMap(({ event }) =>
      event.kind === kind ? [event as Extract<DeskEvent, { kind: K }>] : [],
    )
  }
}
