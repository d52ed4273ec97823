import { describe, expect, it } from 'vitest'
import { allowedStatuses, transitions } from '../../../../../src-main/core/ticket/transitions'
import { type TicketStatus, ticketStatuses } from '../../../../../src-preload/contract/ticket'
import { DeskOnPaper, hour, kinds, ticketId } from '../desk-on-paper'

/** The law, written down once more by hand: c change, r reopen, o only with a reason, . nothing happens. */
const law: Record<TicketStatus, string> = {
  //                 new open prog pend hold res closed
  new: '. c c c c c c',
  open: 'o . c c c c c',
  in_progress: 'o c . c c c c',
  pending_customer: 'o c c . c c c',
  on_hold: 'o c c c . c c',
  resolved: 'o r r r r . c',
  closed: 'o r r r r o .',
}
const letters = { '.': 'same', c: 'change', r: 'reopen', o: 'override' } as const
const pairs = ticketStatuses.flatMap((from) =>
  ticketStatuses.map((to, at) => ({ from, to, letter: law[from].split(' ')[at] })),
)

function deskWith(status: TicketStatus): DeskOnPaper {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  desk.send(desk.reply())
  desk.ask({ kind: 'change-status', ticketId, to: status, reason: 'to begin with', until: null })
  desk.now += hour
  return desk
}

describe('the statuses of a ticket', () => {
  it('are forty-nine pairs, none forgotten', () => {
    expect(pairs).toHaveLength(49)
    expect(Object.isFrozen(transitions)).toBe(true)
    for (const from of ticketStatuses) expect(Object.isFrozen(transitions[from])).toBe(true)
  })

  it.each(pairs)('from $from to $to', ({ from, to, letter }) => {
    const way = letters[letter as keyof typeof letters]
    expect(transitions[from][to]).toBe(way)
    const desk = deskWith(from)
    const change = { kind: 'change-status', ticketId, to, reason: null, until: null } as const
    expect(desk.ticket().status).toBe(from)
    if (way === 'same') {
      const again = from === 'on_hold' ? { ...change, reason: 'to begin with' } : change
      expect(desk.ask(again)).toEqual([])
    } else if (way === 'override') {
      expect(desk.refusal(change)).toMatchObject({ code: 'not-allowed', more: { field: 'reason' } })
      desk.ask({ ...change, reason: 'a mistake' })
      expect(desk.ticket().status).toBe(to)
    } else {
      expect(kinds(desk.ask(change))[0]).toBe('status-changed')
      expect(desk.ticket()).toMatchObject({ status: to, statusSince: desk.now })
    }
  })

  it('offer only what needs no reason', () => {
    expect(allowedStatuses('new')).toEqual([
      'open',
      'in_progress',
      'pending_customer',
      'on_hold',
      'resolved',
      'closed',
    ])
    expect(allowedStatuses('closed')).toEqual(['open', 'in_progress', 'pending_customer', 'on_hold'])
  })
})
