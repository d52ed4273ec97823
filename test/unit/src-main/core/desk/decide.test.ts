import { describe, expect, it } from 'vitest'
import { decide } from '../../../../../src-main/core/desk/decide'
import { take } from '../../../../../src-main/core/desk/take'
import { byAnna, DeskOnPaper, iso, ticketId } from '../desk-on-paper'

describe('deciding', () => {
  it('answers what would be recorded, and changes nothing by itself', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    const asked = { intent: { kind: 'claim-ticket', ticketId }, by: byAnna, at: desk.now } as const
    const before = JSON.stringify(desk.ticket())
    const events = decide(desk.state, asked, desk.journal)
    const { recorded, next } = take(desk.state, asked, desk.journal)
    expect(recorded.map(({ event }) => event)).toEqual(events)
    expect(JSON.stringify(desk.ticket())).toBe(before)
    expect(next.seq).toBe(desk.state.seq + events.length)
  })

  it('records who and when, numbered on from the last', () => {
    const desk = DeskOnPaper.open()
    const { seq } = desk.state
    desk.ask({ kind: 'change-settings', patch: { theme: 'dark' } })
    expect(desk.journal.recorded.at(-1)).toMatchObject({ seq: seq + 1, at: iso(desk.now), by: byAnna })
  })

  it('keeps who truly spoke, whoever delivered it', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    expect(desk.journal.recorded.slice(-2).map(({ by }) => by.kind)).toEqual(['customer', 'customer'])
  })
})
