import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDesk } from '../../../../../src-main/core/desk/state'
import { type EvidenceGround, evidenceView } from '../../../../../src-main/core/evidence/evidence-view'
import { daysKept } from '../../../../../src-main/core/evidence/evolve-evidence'
import { addTally, noTally, tallySince } from '../../../../../src-main/core/evidence/tally'
import type { Link } from '../../../../../src-preload/contract/status'
import { anna, DeskOnPaper, day, helper, hour, minute, mira, nine, theDesk } from '../desk-on-paper'

let desk: DeskOnPaper

beforeEach(() => {
  desk = DeskOnPaper.open()
  desk.topic()
})

const ground = (more: Partial<EvidenceGround> = {}): EvidenceGround => ({
  link: () => ({ link: { kind: 'live' }, lastHeardAt: desk.now }),
  ...{ wakes: [], reconciliation: null, now: desk.now },
  ...more,
})
const shown = () => {
  const [account] = evidenceView(desk.state, ground()).accounts
  if (!account) throw new Error('no account')
  return account
}

describe('what is counted', () => {
  test('is every message taken in, every ticket opened and every reply that arrived', () => {
    desk.hear()
    desk.hear({ text: 'Hello?' })
    desk.send(desk.reply())
    expect(shown().today).toEqual({ ...noTally, received: 2, created: 1, sent: 1 })
  })

  test('is a message told again, which is left out; the echo of what we sent is none', () => {
    const message = desk.message()
    desk.deliver([{ kind: 'message', message }])
    desk.deliver([
      { kind: 'message', message },
      { kind: 'message', message },
    ])
    desk.send(desk.reply())
    expect(shown().today).toMatchObject({ received: 1, duplicates: 2, sent: 1 })
  })

  test('is a message told twice within one step', () => {
    const message = desk.message()
    desk.deliver([
      { kind: 'message', message },
      { kind: 'message', message },
    ])
    expect(shown().today).toMatchObject({ received: 1, duplicates: 1 })
  })

  test('is what the stream says of itself, together with what was left out here', () => {
    const message = desk.message()
    desk.deliver([{ kind: 'message', message }])
    const tally = { duplicates: 2, recovered: 1, gapsFound: 1, gapsClosed: 1 }
    const facts = [{ kind: 'message', message } as const]
    const delivery = { facts, people: [], accountId: anna.id, marks: {}, tally }
    desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
    expect(shown().today).toMatchObject({ ...tally, duplicates: 3 })
  })

  test('is a reply of which nobody can tell, once, whatever is learned of it later', () => {
    desk.hear()
    const outboxId = desk.reply()
    desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
    desk.ask({ kind: 'note-failure', outboxId, reason: 'Perhaps sent.', uncertain: true }, theDesk)
    desk.ask({ kind: 'note-failure', outboxId, reason: 'Not found.', uncertain: true }, theDesk)
    expect(shown().today.uncertain).toBe(1)
    expect(desk.state.outbox.get(outboxId)?.state).toMatchObject({ reason: 'Not found.', uncertain: true })
    expect(desk.ticket().failedReplies).toBe(1)
  })

  test('is the same after a restart', () => {
    desk.hear()
    desk.send(desk.reply())
    expect([...desk.replayed().evidence.entries()]).toEqual([...desk.state.evidence.entries()])
  })
})

describe('days', () => {
  test('are told one by one: today, the last seven, and all', () => {
    desk.hear()
    desk.now += 3 * day
    desk.hear({ text: 'Hello?' })
    desk.now += 6 * day
    expect(shown()).toMatchObject({
      ...{ today: noTally, week: { received: 1 }, all: { received: 2, created: 1 } },
    })
  })

  test('of long ago are one sum, and nothing of them is lost', () => {
    for (let at = 0; at < daysKept + 30; at++) {
      desk.now += day
      desk.hear({ text: `Day ${at}` })
    }
    expect(shown().all.received).toBe(daysKept + 30)
    expect(desk.state.evidence.size).toBeLessThan(daysKept + 5)
  })
})

describe('a bot', () => {
  const account = { id: helper.id, name: 'Helper', username: 'helper_bot', kind: 'bot' as const }
  const forgets = (link: Link, lastHeardAt: number | null) =>
    evidenceView({ ...emptyDesk, accounts: [account] }, ground({ link: () => ({ link, lastHeardAt }) }))
      .accounts[0]?.forgetsAt

  test.each([
    ['that is connected loses nothing', { kind: 'live' }, nine, null],
    ['that is away has 24 hours from when it last heard', { kind: 'offline', since: nine }, nine, nine + day],
    ['that catches up is not level yet', { kind: 'catching-up', behind: 3 }, nine, nine + day],
    ['that never heard anything has nothing to lose', { kind: 'offline', since: nine }, null, null],
  ] as const)('%s', (_, link, heard, expected) => {
    expect(forgets(link, heard)).toBe(expected)
  })

  test('only: a person’s account is told all it missed, however late', () => {
    const link = () => ({ link: { kind: 'offline', since: nine } as const, lastHeardAt: nine - 30 * hour })
    expect(evidenceView(desk.state, ground({ link })).accounts[0]?.forgetsAt).toBeNull()
  })
})

test('what came between two counts and what came before make up the later one', () => {
  desk.hear()
  const before = shown().all
  desk.now += minute
  desk.hear({ senderId: mira.id, text: 'Hello?' })
  const since = tallySince(shown().all, before)
  expect(since).toEqual({ ...noTally, received: 1 })
  expect(addTally(before, since)).toEqual(shown().all)
})
