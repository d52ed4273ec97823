import type { Person } from '../../../core/conversation/message'
import type { TelegramDelivery } from '../../../core/desk/facts'
import { asideOf } from '../../../core/evidence/set-aside'
import { isSamePerson } from '../../../core/people/same-person'
import type { Log, TelegramListener } from '../../../core/ports'
import { Rest } from '../link/rest'
import { isReach } from '../marks'
import type { Draft } from './draft'

/** Thrown inside the stream when it is stopped while it waits. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** How often a delivery is given whole before it is given piece by piece. */
const triesWhole = 4

/**
 * Hands deliveries to the desk, one after the other. What the desk could not keep (a full disk) comes again
 * until it is kept: nothing is skipped. What its rules fail on again and again is set aside by name, and the rest goes
 * on. Holds the marks as they stand in the journal.
 */
export class Keeper {
  readonly marks: Map<string, string>
  private readonly people = new Map<string, Person>()
  private readonly rest = new Rest()
  private isStopped = false

  constructor(
    private readonly accountId: string,
    marks: ReadonlyMap<string, string>,
    private readonly listener: Pick<TelegramListener, 'receive'>,
    private readonly log: Log,
  ) {
    this.marks = new Map(marks)
  }

  /** The account, group or customer is known by this name already. */
  knows(id: string): boolean {
    return this.people.has(id)
  }

  /** @throws {@link Stopped} if the stream was stopped before the desk kept it. */
  async keep(draft: Draft): Promise<void> {
    for (const [name, text] of Object.entries(draft.marks)) {
      if ((this.marks.get(name) ?? null) === text) delete draft.marks[name]
    }
    if (draft.isEmpty) return draft.kept()
    const people = this.newPeople(draft)
    for (const delivery of draft.deliveries(this.accountId, people)) await this.hand(delivery)
    for (const person of people) this.people.set(person.id, person)
    draft.kept()
  }

  stop(): void {
    this.isStopped = true
    this.rest.end()
  }

  private newPeople(draft: Draft): Person[] {
    const people: Person[] = []
    for (const id of draft.spokenOf()) {
      const person = draft.person(id)
      const before = this.people.get(id)
      if (person && !isSamePerson(before, person)) people.push(person)
    }
    return people
  }

  private async hand(delivery: TelegramDelivery): Promise<void> {
    const isWhole = await this.give(delivery, async (_, tries) => tries >= triesWhole && hasNews(delivery))
    if (!isWhole)
      for (const piece of piecesOf(delivery))
        await this.give(piece, async (error) => hasNews(piece) && this.setAside(piece, error))
  }

  /** Gives a delivery to the desk until it is kept; false if a rule fails on it and `instead` sees to that. */
  private async give(
    delivery: TelegramDelivery,
    instead: (error: unknown, tries: number) => Promise<boolean>,
  ): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      if (this.isStopped) throw new Stopped()
      try {
        await this.listener.receive(delivery)
        // At once: who hears of it may send in the same turn, and is reached by these.
        this.remember(delivery)
        return true
      } catch (error) {
        // Why, once: a disk has no room for as long as it has none, and a defect does not go away by itself.
        if (tries === 1) this.log.error('the desk did not keep a delivery', error)
        if (!isOfDisk(error) && (await instead(error, tries))) return false
        const pause = Math.min(100 * 2 ** tries, 10_000)
        this.log.warn('a delivery was not kept and comes again', { tries, facts: delivery.facts.length })
        await this.rest.for(pause)
      }
    }
  }

  private remember({ marks }: TelegramDelivery): void {
    for (const [name, text] of Object.entries(marks)) {
      if (text === null) this.marks.delete(name)
      else this.marks.set(name, text)
    }
  }

  /** Has the desk take note of what it cannot take in; false if it does not keep that either. */
  private async setAside({ accountId, facts }: TelegramDelivery, error: unknown): Promise<boolean> {
    const aside = asideOf(accountId, facts[0] ?? null, error)
    const note = { facts: [], people: [], accountId, marks: {}, setAside: [aside] }
    const isNoted = await this.listener.receive(note).then(
      () => true,
      () => false,
    )
    if (isNoted) this.log.warn('something could not be taken in and is set aside', { what: aside.what })
    return isNoted
  }
}

function hasNews({ facts, people }: TelegramDelivery): boolean {
  return facts.length + people.length > 0
}

/**
 * A delivery person by person and fact by fact. How somebody is reached comes before what they wrote, which may be
 * answered at once; that all of it was read comes last.
 */
function piecesOf(delivery: TelegramDelivery): readonly TelegramDelivery[] {
  const { facts, people, accountId } = delivery
  const empty = { facts: [], people: [], accountId, marks: {} }
  const reach = Object.entries(delivery.marks).filter(([name]) => isReach(name))
  return [
    ...people.map((person) => ({ ...empty, people: [person] })),
    ...(reach.length > 0 ? [{ ...empty, marks: Object.fromEntries(reach) }] : []),
    ...facts.map((fact) => ({ ...empty, facts: [fact] })),
    { ...delivery, facts: [], people: [] },
  ]
}

/** Whether it was not a rule that failed, but the disk: what it has no room for is kept later as it is. */
function isOfDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === 'storage-full' || /^E[A-Z]{2,}$/.test(code)
}
