import type { Api } from 'telegram'
import type { Person } from '../../../core/conversation/message'
import type { TelegramDelivery, TelegramFact } from '../../../core/desk/facts'
import { groupAsPerson, personOf } from '../translate/people'

/** A delivery holds at most so many facts, so that a long catching up is committed in steps. */
export const deliveryMaxFacts = 100

/** A delivery being made. */
export class Draft {
  readonly facts: TelegramFact[] = []
  readonly marks: Record<string, string | null> = {}
  private readonly met = new Map<string, Person>()

  /** Notes the people and groups that came along; only those the facts speak of are delivered. */
  meet(users: readonly Api.TypeUser[], chats: readonly Api.TypeChat[]): void {
    for (const user of users) {
      const person = personOf(user)
      if (person) this.met.set(person.id, person)
    }
    for (const chat of chats) {
      const person = groupAsPerson(chat)
      if (person) this.met.set(person.id, person)
    }
  }

  /** An empty draft that knows the people met so far. */
  next(): Draft {
    const next = new Draft()
    for (const [id, person] of this.met) next.met.set(id, person)
    return next
  }

  get isEmpty(): boolean {
    return this.facts.length === 0 && Object.keys(this.marks).length === 0
  }

  /** Ids of people the facts speak of. */
  spokenOf(): Set<string> {
    const ids = new Set<string>()
    for (const fact of this.facts) {
      if (fact.kind === 'message' || fact.kind === 'message-edited') ids.add(fact.message.senderId)
      else if (fact.kind === 'topic-created' || fact.kind === 'topic-changed') ids.add(fact.by)
      else if (fact.kind === 'team') for (const agent of fact.agents) ids.add(agent.id)
    }
    return ids
  }

  person(id: string): Person | undefined {
    return this.met.get(id)
  }

  /** Cuts the draft into deliveries. The marks go with the last: they say that all of it was read. */
  deliveries(people: readonly Person[]): TelegramDelivery[] {
    const cuts: TelegramDelivery[] = []
    for (let from = 0; from < this.facts.length || from === 0; from += deliveryMaxFacts) {
      const isLast = from + deliveryMaxFacts >= this.facts.length
      cuts.push({
        facts: this.facts.slice(from, from + deliveryMaxFacts),
        people: from === 0 ? people : [],
        marks: isLast ? this.marks : {},
      })
    }
    return cuts
  }
}
