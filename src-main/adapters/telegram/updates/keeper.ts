import type { Person } from '../../../core/conversation/message'
import type { TelegramDelivery } from '../../../core/desk/facts'
import { isSamePerson } from '../../../core/people/same-person'
import type { Log, TelegramListener } from '../../../core/ports'
import { Rest } from '../link/rest'
import type { Draft } from './draft'

/** Thrown inside the stream when it is stopped while it waits. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/**
 * Hands deliveries to the desk, one after the other. What the desk could not keep (a full disk) comes again
 * until it is kept: nothing is skipped. Holds the marks as they stand in the journal.
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
    for (let tries = 1; ; tries++) {
      if (this.isStopped) throw new Stopped()
      try {
        await this.listener.receive(delivery)
        break
      } catch (error) {
        // Why, once: a disk has no room for as long as it has none, and a defect does not go away by itself.
        if (tries === 1) this.log.error('the desk did not keep a delivery', error)
        const pause = Math.min(100 * 2 ** tries, 10_000)
        this.log.warn('a delivery was not kept and comes again', { tries, facts: delivery.facts.length })
        await this.rest.for(pause)
      }
    }
    for (const [name, text] of Object.entries(delivery.marks)) {
      if (text === null) this.marks.delete(name)
      else this.marks.set(name, text)
    }
  }
}
