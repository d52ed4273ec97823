import type { Api } from 'telegram'
import { errorName } from '../errors'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { type CommonState, commonStateOf } from './marks'
import { Sequence } from './sequence'

/** An update with the people and groups that came along with it. */
export interface Arrived {
  readonly update: Api.TypeUpdate
  readonly users: readonly Api.TypeUser[]
  readonly chats: readonly Api.TypeChat[]
}

/** More private messages than this since last time are not asked for; they are nobody's business here. */
const mostPrivateUpdates = 1_000

/**
 * The account's own counters: pts, qts and seq (core.telegram.org/api/updates). They are kept because Telegram
 * pushes the group's updates only to who keeps them. What they count is the account's private life: it is
 * counted and dropped unread.
 */
export class CommonUpdates {
  private readonly pts: Sequence<null>
  private readonly qts: Sequence<null>
  private readonly seq: Sequence<Api.Updates | Api.UpdatesCombined>
  private date: number
  private written: string | null

  constructor(
    private readonly account: string,
    mark: string | undefined,
  ) {
    const state = commonStateOf(mark, account)
    this.pts = new Sequence(state?.pts ?? null)
    this.qts = new Sequence(state?.qts ?? null)
    this.seq = new Sequence(state?.seq ?? null)
    this.date = state?.date ?? 0
    this.written = mark ?? null
  }

  get hasGap(): boolean {
    return this.pts.hasGap || this.qts.hasGap || this.seq.hasGap
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
    this.pts.offer(container.pts, container.ptsCount, null)
    return []
  }

  /** Counts an update that belongs to these counters; false if it is none of theirs. */
  count(update: Api.TypeUpdate): boolean {
    if ('qts' in update && typeof update.qts === 'number') {
      this.qts.offer(update.qts, 1, null)
      return !(update instanceof tl.UpdateChannelParticipant)
    }
    if (!('pts' in update) || !('ptsCount' in update) || 'channelId' in update) return false
    if (update instanceof tl.UpdateNewChannelMessage || update instanceof tl.UpdateEditChannelMessage)
      return false
    this.pts.offer(update.pts, update.ptsCount, null)
    return true
  }

  /** Asks for what was missed. The answer is what others may want of it: updates about groups. */
  async catchUp(ask: Ask): Promise<Arrived[]> {
    const arrived: Arrived[] = []
    if (this.pts.local === null) {
      this.restart(await ask(new tl.updates.GetState()), arrived)
      return arrived
    }
    for (;;) {
      const difference = await this.difference(ask)
      if (difference === null) {
        this.restart(await ask(new tl.updates.GetState()), arrived)
        return arrived
      }
      if (difference instanceof tl.updates.DifferenceEmpty) {
        this.date = difference.date
        return [...arrived, ...this.seq.restart(difference.seq).flatMap((one) => this.unpack(one))]
      }
      if (difference instanceof tl.updates.DifferenceTooLong) {
        this.pts.restart(difference.pts)
        continue
      }
      const { users, chats } = difference
      for (const update of difference.otherUpdates) arrived.push({ update, users, chats })
      const isSlice = difference instanceof tl.updates.DifferenceSlice
      this.restart(isSlice ? difference.intermediateState : difference.state, arrived)
      if (!isSlice) return arrived
    }
  }

  /** The state to keep, or null if it is kept already. */
  mark(): string | null {
    if (this.pts.local === null || this.qts.local === null || this.seq.local === null) return null
    const state: CommonState = {
      account: this.account,
      pts: this.pts.local,
      qts: this.qts.local,
      date: this.date,
      seq: this.seq.local,
    }
    const text = JSON.stringify(state)
    if (text === this.written) return null
    this.written = text
    return text
  }

  private async difference(ask: Ask): Promise<Api.updates.TypeDifference | null> {
    try {
      return await ask(
        new tl.updates.GetDifference({
          pts: this.pts.local ?? 1,
          qts: this.qts.local ?? 0,
          date: this.date,
          ptsTotalLimit: mostPrivateUpdates,
        }),
      )
    } catch (error) {
      if (/^PERSISTENT_TIMESTAMP_(EMPTY|INVALID)$/.test(errorName(error) ?? '')) return null
      throw error
    }
  }

  private restart(state: Api.updates.TypeState, arrived: Arrived[]): void {
    this.pts.restart(state.pts)
    this.qts.restart(state.qts)
    this.date = state.date
    for (const one of this.seq.restart(state.seq)) arrived.push(...this.unpack(one))
  }

  private unpack(container: Api.Updates | Api.UpdatesCombined): Arrived[] {
    this.date = Math.max(this.date, container.date)
    const { users, chats } = container
    return container.updates.map((update) => ({ update, users, chats }))
  }
}
