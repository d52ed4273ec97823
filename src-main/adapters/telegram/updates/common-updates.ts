import type { Api } from 'telegram'
import type { Account } from '../../../../src-preload/contract/session'
import { errorName } from '../errors'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import type { CommonState } from '../marks'
import { groupOfUpdate } from './interpret'
import { Sequence } from './sequence'

/** An update with the people and groups that came along with it. */
export interface Arrived {
  readonly update: Api.TypeUpdate
  readonly users: readonly Api.TypeUser[]
  readonly chats: readonly Api.TypeChat[]
}

/** What of the account's own stream may be applied now. */
export interface Counted {
  /** In order; empty while something before it is missing. */
  readonly ready: readonly Arrived[]
  /** It was told before. */
  readonly isAgain: boolean
}

/** A step of catching up: what was missed, and then the counters stand where the step ended. */
export interface Missed {
  /** In order, and counted already. */
  readonly missed: readonly Arrived[]
  /** Was pushed before Telegram forgot it; in order, and counted already. */
  readonly inHand: readonly Arrived[]
  /** Came before the gap was closed, and is still to be counted. */
  readonly held: readonly Arrived[]
  /** Telegram has forgotten what was before this. */
  readonly isTooLong: boolean
}

/**
 * More private updates than this are not asked for one by one on a personal account: the followed chats are read
 * again instead. For bots there is no other way, so they ask for all.
 */
const mostPrivateUpdates = 1_000

/**
 * The account's own counters: pts, qts and seq (core.telegram.org/api/updates). Telegram pushes the groups' updates
 * only to who keeps them. What they count on a personal account is a private life: whoever reads on keeps the
 * followed chats and drops the rest unread (R169).
 */
export class CommonUpdates {
  private pts: Sequence<Arrived | null>
  private qts: Sequence<Arrived | null>
  private seq: Sequence<Api.Updates | Api.UpdatesCombined>
  private date: number

  constructor(
    private readonly account: Account,
    /** How far it was read, as the journal has it. */
    private readonly marked: () => CommonState | null,
  ) {
    const state = marked()
    this.pts = new Sequence(state?.pts ?? null)
    this.qts = new Sequence(state?.qts ?? null)
    this.seq = new Sequence(state?.seq ?? null)
    this.date = state?.date ?? 0
  }

  get hasGap(): boolean {
    return this.pts.hasGap || this.qts.hasGap || this.seq.hasGap
  }

  /** Forgets what was read but not kept. */
  restart(): void {
    const state = this.marked()
    if (!state) return
    this.pts = new Sequence(state.pts)
    this.qts = new Sequence(state.qts)
    this.seq = new Sequence(state.seq)
    this.date = state.date
  }

  /** Takes a container apart, in order. Containers that came too early wait inside. */
  open(container: Api.TypeUpdates): Arrived[] {
    if (container instanceof tl.UpdatesTooLong)
      return [{ update: new tl.UpdatePtsChanged(), users: [], chats: [] }]
    if (container instanceof tl.UpdateShort) return [{ update: container.update, users: [], chats: [] }]
    if (container instanceof tl.Updates || container instanceof tl.UpdatesCombined) {
      if (container.seq === 0 || this.seq.local === null) return this.unpack(container)
      const first = container instanceof tl.UpdatesCombined ? container.seqStart : container.seq
      return this.seq
        .offer(container.seq, container.seq - first + 1, container)
        .flatMap((one) => this.unpack(one))
    }
    if (container instanceof tl.UpdateShortMessage) return [shortMessage(container, this.account.id)]
    // The answer to an own send is told in full by whoever sent it; a basic group is nobody's business.
    if (container instanceof tl.UpdateShortChatMessage)
      this.pts.offer(container.pts, container.ptsCount, null)
    return []
  }

  /** Counts an update that belongs to these counters; null if it is none of theirs. */
  count(arrived: Arrived): Counted | null {
    const { update } = arrived
    if ('qts' in update && typeof update.qts === 'number') return offered(this.qts, update.qts, 1, arrived)
    if (!('pts' in update) || !('ptsCount' in update) || groupOfUpdate(update) !== null) return null
    return offered(this.pts, update.pts, update.ptsCount, arrived)
  }

  /**
   * Asks for what was missed, step by step (core.telegram.org/method/updates.getDifference). A step is over when
   * the next is asked for; {@link mark} then says how far it went.
   *
   * @param takeInHand Gives what was pushed and not counted yet; it is told before Telegram's new state has it seen.
   */
  async *catchUp(ask: Ask, takeInHand: () => readonly Arrived[]): AsyncGenerator<Missed> {
    if (this.pts.local === null) {
      yield this.goOnFrom(await ask(new tl.updates.GetState()), [])
      return
    }
    for (;;) {
      const difference = await this.difference(ask)
      if (difference === null) {
        yield { ...this.goOnFrom(await ask(new tl.updates.GetState()), []), isTooLong: true }
        return
      }
      if (difference instanceof tl.updates.DifferenceEmpty) {
        this.date = difference.date
        const held = this.seq.restart(difference.seq).flatMap((one) => this.unpack(one))
        yield { missed: [], inHand: [], held, isTooLong: false }
        return
      }
      if (difference instanceof tl.updates.DifferenceTooLong) {
        const inHand = this.jump(difference.pts, takeInHand)
        yield { missed: [], inHand, held: [], isTooLong: true }
        continue
      }
      const { users, chats } = difference
      const isSlice = difference instanceof tl.updates.DifferenceSlice
      const state = isSlice ? difference.intermediateState : difference.state
      const messages = [...difference.newMessages].sort((a, b) => a.id - b.id)
      const updates = [
        ...messages.map((message) => new tl.UpdateNewMessage({ message, pts: state.pts, ptsCount: 0 })),
        ...difference.otherUpdates,
      ]
      yield this.goOnFrom(
        state,
        updates.map((update) => ({ update, users, chats })),
      )
      if (!isSlice) return
    }
  }

  /** The state to keep; null before it is known. */
  mark(): string | null {
    if (this.pts.local === null || this.qts.local === null || this.seq.local === null) return null
    const state: CommonState = {
      account: this.account.id,
      pts: this.pts.local,
      qts: this.qts.local,
      date: this.date,
      seq: this.seq.local,
    }
    return JSON.stringify(state)
  }

  private async difference(ask: Ask): Promise<Api.updates.TypeDifference | null> {
    try {
      return await ask(
        new tl.updates.GetDifference({
          pts: this.pts.local ?? 1,
          qts: this.qts.local ?? 0,
          date: this.date,
          ...(this.account.kind === 'bot' ? {} : { ptsTotalLimit: mostPrivateUpdates }),
        }),
      )
    } catch (error) {
      if (/^PERSISTENT_TIMESTAMP_(EMPTY|INVALID)$/.test(errorName(error) ?? '')) return null
      throw error
    }
  }

  private goOnFrom(state: Api.updates.TypeState, missed: readonly Arrived[]): Missed {
    const early = present([...this.pts.restart(state.pts), ...this.qts.restart(state.qts)])
    this.date = state.date
    const held = this.seq.restart(state.seq).flatMap((one) => this.unpack(one))
    return { missed: [...missed, ...early], inHand: [], held, isTooLong: false }
  }

  /** Goes on from a pts before which Telegram has forgotten all. What came of it is told. */
  private jump(pts: number, takeInHand: () => readonly Arrived[]): Arrived[] {
    const counted = takeInHand().flatMap((one) => this.count(one)?.ready ?? one)
    // Containers that wait for others before them do so on: of what they bring only what is counted is told.
    const waiting = this.seq.waiting.flatMap((one) => this.unpack(one))
    const early = waiting.flatMap((one) => this.count(one)?.ready ?? [])
    return [...counted, ...early, ...present(this.pts.jump(pts))]
  }

  private unpack(container: Api.Updates | Api.UpdatesCombined): Arrived[] {
    this.date = Math.max(this.date, container.date)
    const { users, chats } = container
    return container.updates.map((update) => ({ update, users, chats }))
  }
}

function offered(
  sequence: Sequence<Arrived | null>,
  value: number,
  count: number,
  arrived: Arrived,
): Counted {
  const isAgain = sequence.hasSeen(value, count)
  return { ready: present(sequence.offer(value, count, arrived)), isAgain }
}

function present(held: readonly (Arrived | null)[]): Arrived[] {
  return held.flatMap((one) => one ?? [])
}

/** A private message in its short form, in its long one (core.telegram.org/constructor/updateShortMessage). */
function shortMessage(short: Api.UpdateShortMessage, self: string): Arrived {
  const { id, date, pts, ptsCount, out } = short
  const message = new tl.Message({
    id,
    date,
    peerId: new tl.PeerUser({ userId: short.userId }),
    fromId: new tl.PeerUser({ userId: out ? long(self) : short.userId }),
    message: short.message,
    ...(out ? { out } : {}),
    ...(short.entities ? { entities: short.entities } : {}),
    ...(short.replyTo ? { replyTo: short.replyTo } : {}),
  })
  return { update: new tl.UpdateNewMessage({ message, pts, ptsCount }), users: [], chats: [] }
}
