import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../../src-main/core/refusal'
import { unsound } from '../desk/sound'
import { botTicket } from '../telegram-on-paper'
import { type MirrorStep, mirrorStep } from './mirror-step'
import { MirrorWalk } from './mirror-walk'

type Change = { readonly do: 'desk-edits' | 'desk-deletes'; readonly nth: number }

const change = fc.record({
  do: fc.constantFrom('desk-edits' as const, 'desk-deletes' as const),
  nth: fc.nat(6),
})
const refusal = fc.record({
  do: fc.constant('send' as const),
  how: fc.constant('refused' as const),
  nth: fc.nat(2),
})
const walks = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: mirrorStep as fc.Arbitrary<MirrorStep | Change> },
    { weight: 2, arbitrary: change },
    { weight: 1, arbitrary: refusal },
  ),
  { minLength: 10, maxLength: 90, size: 'max' },
)
const runs = { numRuns: 100, seed: 20261121 }

/** Takes a step; a change is one of a reply that arrived, by its agent at the desk. */
function take(walk: MirrorWalk, step: MirrorStep | Change): void {
  if (step.do !== 'desk-edits' && step.do !== 'desk-deletes') {
    walk.take(step)
    return
  }
  const { desk, ticketId } = walk
  const sent = desk.state.conversations.get(botTicket)?.sentReplies ?? []
  const { outboxId } = sent[step.nth % Math.max(1, sent.length)] ?? {}
  if (outboxId === undefined) return
  const words = { text: `edit ${90_000 + desk.state.seq}`, entities: [] }
  try {
    if (step.do === 'desk-edits') desk.ask({ kind: 'edit-reply', ticketId, outboxId, ...words })
    else desk.ask({ kind: 'delete-reply', ticketId, outboxId })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

describe('whatever is changed in a private chat, the staff group and at the desk', () => {
  it('the desk shows of a reply what the customer sees of it, unless it says that a change is under way', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new MirrorWalk()
        for (const step of steps) take(walk, step)
        walk.settle()
        const { desk, ticketId } = walk
        if (!desk.state.tickets.has(ticketId)) return
        const sent = desk.state.conversations.get(botTicket)?.sentReplies ?? []
        for (const item of desk.itemsOf(ticketId, 5000)) {
          const number = sent.find(({ outboxId }) => item.id === `o:${outboxId}`)?.number ?? null
          if (item.kind !== 'message' || number === null || item.changing) continue
          const seen = desk.customer.find((one) => one.number === number && one.by === 'desk')
          expect(seen?.text ?? null).toBe(item.deletedAt === null ? item.text : null)
        }
      }),
      runs,
    )
  })

  it('fits together after every step, and again when the journal is replayed', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const walk = new MirrorWalk()
        for (const step of steps) {
          take(walk, step)
          expect(unsound(walk.desk.state)).toEqual([])
        }
        expect(walk.desk.replayed()).toEqual(walk.desk.state)
      }),
      runs,
    )
  })
})
