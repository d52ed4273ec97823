import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Change } from '../../../../../src-main/core/desk/change'
import { evolve } from '../../../../../src-main/core/desk/evolve'
import { emptyDesk } from '../../../../../src-main/core/desk/state'
import { isStranded, WithoutNextStep } from '../../../../../src-main/core/desk/without-next-step'
import { NextToSend, sendable } from '../../../../../src-main/core/outbox/next-to-send'
import { QueueIndex } from '../../../../../src-main/core/queue/queue-index'
import { ranAt } from '../../../../../src-main/core/sla/fold-clocks'
import { nextWake } from '../../../../../src-main/core/sla/next-wake'
import { clockNames } from '../../../../../src-preload/contract/clock'
import { queueViews } from '../../../../../src-preload/contract/queue'
import { chatId, kinds } from '../desk-on-paper'
import { unsound } from './sound'
import { step, Walk } from './walk'

const walks = fc.array(step, { minLength: 10, maxLength: 80, size: 'max' })
const runs = { numRuns: 60 }

function walked(steps: Parameters<Walk['take']>[0][]): Walk {
  const walk = new Walk()
  for (const one of steps) walk.take(one)
  return walk
}

describe('whatever happens to a desk', () => {
  it('is a walk worth taking: every kind of event comes up', () => {
    const seen = new Set<string>()
    for (const steps of fc.sample(walks, { numRuns: 120, seed: 1 })) {
      const walk = walked(steps)
      walk.settle()
      for (const { event } of walk.desk.journal.recorded) seen.add(event.kind)
    }
    expect([...seen].sort()).toEqual(
      [
        ...['clock-noticed', 'draft-saved', 'group-followed', 'message-deleted', 'message-edited'],
        ...['message-received', 'note-added', 'person-met', 'priority-changed', 'reply-attempted'],
        ...['reply-discarded', 'reply-failed', 'reply-queued', 'reply-retried', 'reply-sent'],
        ...['settings-changed', 'signed-in', 'status-changed', 'team-changed', 'telegram-read'],
        ...['ticket-assigned'],
        ...['ticket-created', 'ticket-renamed', 'ticket-seen', 'topic-closed', 'topic-found'],
        ...['topic-reopened', 'topic-task-done', 'topic-task-failed', 'topic-task-queued'],
      ].sort(),
    )
  })

  it('replaying the journal twice gives the same state', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { desk } = walked(steps)
        expect(desk.replayed()).toEqual(desk.state)
        expect(JSON.stringify(desk.replayed())).toBe(JSON.stringify(desk.replayed()))
      }),
      runs,
    )
  })

  it('fits together after every step', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new Walk()
        for (const one of steps) {
          walk.take(one)
          expect(unsound(walk.desk.state)).toEqual([])
        }
      }),
      runs,
    )
  })

  it('numbers its events without a gap', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { recorded } = walked(steps).desk.journal
        expect(recorded.map(({ seq }) => seq)).toEqual(recorded.map((_, at) => at + 1))
      }),
      runs,
    )
  })

  it('folds any part of a journal without complaint', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 2, max: 5 }), (steps, nth) => {
        const { recorded } = walked(steps).desk.journal
        const part = recorded.filter((_, at) => at % nth !== 0)
        expect(part.reduce(evolve, emptyDesk).seq).toBe(part.at(-1)?.seq ?? 0)
      }),
      runs,
    )
  })

  it('hears nothing new in what Telegram tells twice', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { desk, told } = walked(steps)
        for (const fact of told.filter(({ kind }) => kind === 'message'))
          expect(kinds(desk.deliver([fact])).filter((kind) => kind !== 'telegram-read')).toEqual([])
        const deletions = told.filter(({ kind }) => kind === 'messages-deleted')
        for (const fact of deletions) expect(desk.deliver([fact])).toEqual([])
      }),
      runs,
    )
  })

  it('shows every message once, and none twice', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = walked(steps)
        walk.settle()
        const { desk } = walk
        if (!desk.state.tickets.has(`${chatId}:7`)) return
        const ids = desk.items(5000).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const told = walk.told.filter((fact) => fact.kind === 'message' && fact.message.topicId === 7)
        const others = told.filter((fact) => fact.kind === 'message' && fact.message.text.startsWith('Line'))
        for (const fact of others)
          if (fact.kind === 'message') expect(ids).toContain(`m:${fact.message.number}`)
      }),
      runs,
    )
  })

  it('knows each of its own replies again when it comes back', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = walked(steps.filter((one) => one.do !== 'discard'))
        walk.settle()
        const { desk } = walk
        if (!desk.state.tickets.has(`${chatId}:7`)) return
        const strangers = desk
          .items(5000)
          .filter((item) => item.kind === 'message' && item.text === 'Same words' && item.outboxId === null)
        expect(strangers.filter((item) => item.kind === 'message' && item.editedAt === null)).toEqual([])
      }),
      runs,
    )
  })

  it('pages through a conversation as if it were one', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 1, max: 7 }), (steps, limit) => {
        const walk = walked(steps)
        if (!walk.desk.state.tickets.has(`${chatId}:7`)) return
        const whole = walk.desk.items(5000)
        const pages: (typeof whole)[number][][] = []
        for (let cursor: string | undefined, last = false; !last; ) {
          const page = walk.desk.page(limit, cursor)
          pages.unshift([...page.items])
          cursor = page.earlier ?? undefined
          last = page.earlier === null
        }
        expect(pages.flat()).toEqual(whole)
      }),
      runs,
    )
  })

  it('comes to rest: topics and tickets never chase each other', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = walked(steps)
        walk.settle()
        const { state } = walk.desk
        for (const { state: topic, awaitedEchoes } of state.conversations.values())
          if (topic !== 'deleted') expect(awaitedEchoes).toEqual([])
      }),
      runs,
    )
  })

  it('never sends a later reply of a conversation before an earlier one', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new Walk()
        for (const one of steps) {
          walk.take(one)
          for (const entry of sendable(walk.desk.state, walk.desk.now))
            for (const other of walk.desk.state.outbox.values())
              if (other.conversationId === entry.conversationId)
                expect(other.seq).toBeGreaterThanOrEqual(entry.seq)
        }
      }),
      runs,
    )
  })

  it('keeps up what may go out next, the same as looked for anew', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new Walk()
        const kept = new NextToSend(walk.desk.state)
        for (const one of steps) {
          const before = walk.desk.state
          walk.take(one)
          kept.follow(new Change(before, walk.desk.state))
          const { state, now } = walk.desk
          const next = [...kept.chats].flatMap((chat) => kept.of(chat, now) ?? [])
          expect(next).toEqual(sendable(state, now))
        }
      }),
      runs,
    )
  })

  it('leaves nothing to be woken for at once after time has passed', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = walked(steps)
        walk.passTime()
        const { state, now } = walk.desk
        for (const ticket of state.tickets.values()) {
          const at = nextWake(ticket, state.settings)
          if (at !== null) expect(at).toBeGreaterThan(now)
        }
      }),
      runs,
    )
  })

  it('knows what comes next for every open ticket, or counts it', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new Walk()
        const counter = new WithoutNextStep(walk.desk.state)
        for (const one of steps) {
          const before = walk.desk.state
          walk.take(one)
          counter.follow(new Change(before, walk.desk.state))
        }
        const { state } = walk.desk
        const moved = new Set([...state.outbox.values()].map(({ ticketId }) => ticketId))
        const stranded = [...state.tickets.values()].filter((ticket) => isStranded(ticket, state.settings))
        expect(counter.size(state)).toBe(stranded.filter(({ id }) => !moved.has(id)).length)
        for (const ticket of stranded)
          expect(ticket.status === 'on_hold' && ticket.holdUntil === null).toBe(true)
      }),
      runs,
    )
  })

  it('never lets a clock run longer than the time there was', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new Walk()
        for (const one of steps) {
          walk.take(one)
          for (const ticket of walk.desk.state.tickets.values())
            for (const name of clockNames) {
              const clock = ticket.clocks[name]
              if (!clock) continue
              expect(clock.ranMs).toBeGreaterThanOrEqual(0)
              expect(ranAt(clock, walk.desk.now)).toBeLessThanOrEqual(walk.desk.now - clock.startedAt)
            }
        }
      }),
      runs,
    )
  })

  it('keeps the queue in the order that sorting anew would give', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new Walk()
        let index = new QueueIndex(walk.desk.state)
        for (const one of steps) {
          const before = walk.desk.state
          walk.take(one)
          index = index.follow(new Change(before, walk.desk.state))
          if (one === steps[0]) index.page('done', 0, 1, walk.desk.now)
        }
        const anew = new QueueIndex(walk.desk.state)
        for (const view of queueViews)
          expect(index.page(view, 0, 100, walk.desk.now)).toEqual(anew.page(view, 0, 100, walk.desk.now))
        expect(index.counts(walk.desk.now)).toEqual(anew.counts(walk.desk.now))
        expect(index.nextDue()).toEqual(anew.nextDue())
      }),
      runs,
    )
  })
})
