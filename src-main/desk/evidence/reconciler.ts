import type { Difference, Reconciliation } from '../../../src-preload/contract/evidence'
import { theDesk } from '../../core/desk/actor'
import type { TelegramDelivery } from '../../core/desk/facts'
import { compareGone, compareMessage, type Disagreement, noteBeginning } from '../../core/evidence/compare'
import { Deletions } from '../../core/evidence/deletions'
import { isLevel } from '../../core/people/is-level'
import type { Clock, HistoryPage, Journal, Log } from '../../core/ports'
import { Refusal } from '../../core/refusal'
import type { Accounts } from '../accounts'
import type { Desk } from '../desk'
import { Slices } from '../slices'
import { oursNow } from './ours'

/** What is younger than this may still be on its way here by itself, ms. */
const freshMs = 60_000
const differencesMax = 200
/** How many differences are mended in one step: deciding cannot be cut. */
const mendedAtOnce = 10

/** Looks anew at one thing that was compared. */
type Look = () => Disagreement | null

/** Compares Telegram's history with the tickets, names every difference and mends what it may (R151). */
export class Reconciler {
  private last: Reconciliation | null = null
  private isStopping = false

  constructor(
    private readonly desk: Desk,
    private readonly journal: Journal,
    private readonly accounts: Pick<Accounts, 'of'>,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly changed: () => void,
  ) {}

  /** The comparison under way, or the last one; null if there was none since the start. */
  get current(): Reconciliation | null {
    return this.last
  }

  /** @throws {@link Refusal} if this account cannot be compared now. */
  check(accountId: string): void {
    const { link } = this.accounts.of(accountId)
    const account = this.desk.state.accounts.find(({ id }) => id === accountId)
    if (account?.kind === 'bot')
      throw new Refusal(
        'not-allowed',
        'Telegram lets no bot read history, so there is nothing to compare with. Use a personal account.',
        { field: 'accountId' },
      )
    if (!isLevel(link))
      throw new Refusal('offline', 'This account is not level with Telegram yet. Try again when it is.')
    if (this.last?.state === 'running')
      throw new Refusal('conflict', 'A comparison is under way. Stop it first, or wait for its end.')
  }

  /**
   * Compares the last `spanMs`. Resolves when it is over, however it went.
   *
   * @throws {@link Refusal} as {@link check} does.
   */
  async run(accountId: string, spanMs: number): Promise<Reconciliation> {
    this.check(accountId)
    const startedAt = this.clock.now()
    const [from, to] = [startedAt - spanMs, startedAt - freshMs]
    this.isStopping = false
    const begun: Reconciliation = {
      ...{ accountId, state: 'running', from, to, startedAt, endedAt: null, checked: 0 },
      ...{ differences: [], found: 0, repaired: 0, why: null },
    }
    this.note(begun)
    try {
      const began = await this.beginnings()
      const deletions = new Deletions((...asked) => this.journal.read(...asked))
      for await (const page of this.accounts.of(accountId).telegram.history(from, to)) {
        if (this.isStopping) break
        await this.compare(accountId, page, began.get(page.chatId) ?? 0, deletions)
        if (this.isStopping) break
      }
      return this.end({ state: this.isStopping ? 'stopped' : 'done' })
    } catch (error) {
      this.log.error('a reconciliation failed', error)
      const why =
        error instanceof Refusal ? error.message : 'Telegram’s history could not be read to its end.'
      return this.end({ state: 'failed', why })
    }
  }

  /** Ends the comparison under way after the page at hand. What was mended stays so. */
  stop(): void {
    this.isStopping = true
  }

  private async compare(
    accountId: string,
    page: HistoryPage,
    began: number,
    deletions: Deletions,
  ): Promise<void> {
    const { chatId, messages, gone, people } = page
    const looks: Look[] = [
      ...messages.map(
        (fact) => () =>
          compareMessage(oursNow(this.desk, this.journal, deletions), fact, began, this.clock.now()),
      ),
      ...gone.map(
        (number) => () =>
          compareGone(oursNow(this.desk, this.journal, deletions), chatId, number, this.clock.now()),
      ),
    ]
    const found: { readonly look: Look; readonly what: Disagreement }[] = []
    const slices = new Slices()
    for (const look of looks) {
      const what = look()
      if (what) found.push({ look, what })
      await slices.rest()
    }
    for (let from = 0; from < found.length; from += mendedAtOnce) {
      const facts = found.slice(from, from + mendedAtOnce).map(({ what }) => what.repair)
      await this.mendAll({ facts, people, accountId, marks: {} })
      await slices.rest()
    }
    const named: Difference[] = []
    for (const { look, what } of found) {
      // Whatever still differs could not be mended.
      named.push({ ...what.difference, repaired: look() === null })
      await slices.rest()
    }
    this.add(messages.length + gone.length, named)
  }

  /** One thing on which the rules fail keeps no other from being mended: it stays a difference. */
  private async mendAll(delivery: TelegramDelivery): Promise<void> {
    try {
      await this.mend(delivery)
    } catch (error) {
      if (isFull(error)) throw error
      for (const fact of delivery.facts)
        await this.mend({ ...delivery, facts: [fact] }).catch((why) => {
          if (isFull(why)) throw why
          this.log.error('a difference could not be mended', why)
        })
    }
  }

  private async mend(delivery: TelegramDelivery): Promise<void> {
    const recovered = delivery.facts.filter(({ kind }) => kind === 'message').length
    const tally = recovered > 0 ? { tally: { recovered } } : {}
    await this.desk.ask({ kind: 'receive-delivery', delivery: { ...delivery, ...tally } }, theDesk)
  }

  private async beginnings(): Promise<ReadonlyMap<string, number>> {
    const { state } = this.desk
    const began = new Map<string, number>()
    const slices = new Slices()
    for (const ticket of state.tickets.values()) {
      noteBeginning(began, state, ticket)
      await slices.rest()
    }
    return began
  }

  private add(checked: number, named: readonly Difference[]): void {
    const { last } = this
    if (!last) return
    this.note({
      ...last,
      checked: last.checked + checked,
      differences: [...last.differences, ...named].slice(0, differencesMax),
      found: last.found + named.length,
      repaired: last.repaired + named.filter(({ repaired }) => repaired).length,
    })
  }

  private end(how: Pick<Reconciliation, 'state'> & Partial<Reconciliation>): Reconciliation {
    if (!this.last) throw new Error('No comparison was begun')
    const ended = { ...this.last, endedAt: this.clock.now(), ...how }
    this.note(ended)
    return ended
  }

  private note(now: Reconciliation): void {
    this.last = now
    this.changed()
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'storage-full'
}
