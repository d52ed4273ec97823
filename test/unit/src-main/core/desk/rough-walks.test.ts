import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '../desk-on-paper'
import { RoughWalk, roughStep } from './rough-walk'
import { unsound } from './sound'

const walks = fc.array(roughStep, { minLength: 10, maxLength: 80, size: 'max' })
const runs = { numRuns: 100 }

function walked(steps: readonly Parameters<RoughWalk['rough']>[0][]): RoughWalk {
  const walk = new RoughWalk()
  for (const one of steps) walk.rough(one)
  return walk
}

describe('whatever happens seldom', () => {
  it('is a walk worth taking: what is seldom comes up', () => {
    const seen = new Set<string>()
    for (const steps of fc.sample(walks, { numRuns: 120, seed: 1 })) {
      const walk = walked(steps)
      for (const { event } of walk.desk.journal.recorded) {
        seen.add(event.kind)
        if (event.kind === 'reply-queued' && event.purpose) seen.add(event.purpose)
        if (event.kind === 'reply-queued' && event.replyTo !== null) seen.add('quote')
      }
      for (const { state, topicId } of walk.desk.state.conversations.values())
        if (state === 'open' && topicId > 100) seen.add('made anew')
    }
    const wanted = [
      'topic-deleted',
      'recap',
      'made anew',
      'quote',
      'group-migrated',
      'group-left',
      'signed-out',
    ]
    expect(wanted.filter((kind) => !seen.has(kind))).toEqual([])
  })

  it('leaves a state that fits together, and that its journal gives again', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new RoughWalk()
        for (const one of steps) {
          walk.rough(one)
          expect(unsound(walk.desk.state)).toEqual([])
        }
        expect(walk.desk.replayed()).toEqual(walk.desk.state)
      }),
      runs,
    )
  })

  it('loses no reply: each waits, went out, or was taken back', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { desk } = walked(steps)
        const gone = new Set<string>()
        for (const { event } of desk.journal.recorded)
          if (event.kind === 'reply-sent' || event.kind === 'reply-discarded') gone.add(event.outboxId)
        for (const { event } of desk.journal.recorded)
          if (event.kind === 'reply-queued')
            expect(gone.has(event.outboxId) || desk.state.outbox.has(event.outboxId)).toBe(true)
      }),
      runs,
    )
  })

  it('comes to rest, shows everything once, and hears nothing new in what is told twice', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = walked(steps)
        walk.signIn()
        walk.settle()
        const { desk, told } = walk
        for (const { id } of desk.state.tickets.values()) {
          const ids = desk.itemsOf(id, 5000).map((item) => item.id)
          expect(new Set(ids).size).toBe(ids.length)
        }
        for (const fact of told.filter(({ kind }) => kind === 'message' || kind === 'topic-created'))
          expect(kinds(desk.deliver([fact])).filter((kind) => kind !== 'telegram-read')).toEqual([])
      }),
      runs,
    )
  })
})
