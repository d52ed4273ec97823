import { Random } from '../random'
import type { DataCentre } from '../server'
import { Actor, type CastEvent } from './actor'
import { STORIES } from './stories'
import type { Story } from './story'

export interface CastOptions {
  readonly seed?: number
  readonly script?: readonly Story[]
  /** Milliseconds from one act of anybody to the next; left out, nothing happens but by {@link Cast.step}. */
  readonly paceMs?: number
  /** After this long on the world's clock without an answer, a customer asks again, once a step. */
  readonly patienceMs?: number
  /** How many may have a topic under way at a time. */
  readonly atOnce?: number
  /** Begins again when all stories are told, with the next number in each title. */
  readonly endless?: boolean
}

/** Customers who write by themselves. */
export interface Cast {
  /** Lets one of them do the next thing. Null if all are done, or wait for an agent and are patient. */
  step(): CastEvent | null
  /** Steps until nobody has anything to do without an answer. */
  settle(): CastEvent[]
  /** Everything done so far. */
  readonly events: readonly CastEvent[]
  readonly isOver: boolean
  stop(): void
}

/**
 * Puts customers into the support group who open topics, write, edit, send
 * photos, wait and answer. The same seed gives the same turns in the same order.
 */
export function startCast(dc: DataCentre, options: CastOptions = {}): Cast {
  const random = new Random(options.seed ?? 1)
  const script = options.script ?? STORIES
  const patienceMs = options.patienceMs ?? 3 * 60_000
  const atOnce = options.atOnce ?? script.length
  const events: CastEvent[] = []
  const waiting: Story[] = shuffled(script, random)
  let round = 1
  let actors: Actor[] = []

  const invite = () => {
    if (waiting.length === 0 && options.endless === true) {
      round++
      waiting.push(
        ...shuffled(script, random).map((story) => ({ ...story, title: `${story.title} (${round})` })),
      )
    }
    const story = waiting.shift()
    if (story !== undefined) actors.push(new Actor(dc, story, patienceMs))
  }

  const step = (): CastEvent | null => {
    actors = actors.filter((actor) => !actor.isDone)
    while (actors.length < atOnce && (waiting.length > 0 || options.endless === true)) invite()
    const ready = actors.filter((actor) => actor.canAct)
    if (ready.length === 0) return null
    const event = random.pick(ready).act()
    events.push(event)
    return event
  }

  const timer = options.paceMs === undefined ? null : setInterval(step, options.paceMs)
  return {
    step,
    settle() {
      const done: CastEvent[] = []
      for (let event = step(); event !== null; event = step()) done.push(event)
      return done
    },
    get events() {
      return events
    },
    get isOver() {
      return waiting.length === 0 && actors.every((actor) => actor.isDone)
    },
    stop() {
      if (timer !== null) clearInterval(timer)
    },
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items]
  const out: T[] = []
  while (left.length > 0) out.push(...left.splice(random.between(0, left.length - 1), 1))
  return out
}
