import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockView, clockViews, mostUrgent } from '../../../../../src-main/core/sla/deadlines'
import {
  advanceClocks,
  type ClockGround,
  ranAt,
  startClocks,
} from '../../../../../src-main/core/sla/fold-clocks'
import { nextWake } from '../../../../../src-main/core/sla/next-wake'
import type { Clocks } from '../../../../../src-main/core/sla/service-clock'
import { spanSentence, spanWords } from '../../../../../src-main/core/sla/span-words'
import { story } from '../../../../../src-main/core/sla/story'
import { clockState } from '../../../../../src-preload/contract/clock'
import { defaultSettings } from '../../../../../src-preload/contract/default-settings'
import { ticketStatuses } from '../../../../../src-preload/contract/ticket'
import { DeskOnPaper, day, hour, kinds, minute, nine, second, ticketId } from '../desk-on-paper'

function deskWithTicket(): DeskOnPaper {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  return desk
}
const shows = (desk: DeskOnPaper, clock: 'first-reply' | 'next-reply' | 'resolution') =>
  clockView(desk.ticket(), clock, desk.state.settings)
const status = (to: (typeof ticketStatuses)[number], reason: string | null = null) =>
  ({ kind: 'change-status', ticketId, to, reason, until: null }) as const

describe('the first reply', () => {
  it('is due by the priority, counted from when the customer wrote', () => {
    const desk = deskWithTicket()
    expect(shows(desk, 'first-reply')).toEqual({
      ...{ kind: 'running', clock: 'first-reply', startedAt: nine, targetMs: 2 * hour },
      ...{ dueAt: nine + 2 * hour, warnAt: nine + 2 * hour - 24 * minute },
    })
  })

  it('is met by the first human reply, at the time Telegram gives', () => {
    const desk = deskWithTicket()
    desk.now += 8 * minute
    desk.send(desk.reply())
    expect(shows(desk, 'first-reply')).toMatchObject({ kind: 'met', tookMs: 8 * minute, targetMs: 2 * hour })
  })

  it('is not met by a note, a claim or a queued reply', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'add-note', ticketId, noteId: 'n', text: 'A note' })
    desk.ask({ kind: 'claim-ticket', ticketId })
    desk.reply()
    expect(shows(desk, 'first-reply').kind).toBe('running')
  })

  it('runs on while we wait for the customer, and stands only on a hold with a reason', () => {
    const desk = deskWithTicket()
    desk.ask(status('pending_customer'))
    expect(shows(desk, 'first-reply').kind).toBe('running')
    desk.now += hour
    desk.ask(status('on_hold', 'the bank'))
    expect(shows(desk, 'first-reply')).toMatchObject({ kind: 'paused', ranMs: hour })
    desk.now += 5 * hour
    desk.ask(status('open'))
    expect(shows(desk, 'first-reply')).toMatchObject({ kind: 'running', dueAt: desk.now + hour })
  })

  it('ends with the resolution and is owed again after reopening, if nobody ever answered', () => {
    const desk = deskWithTicket()
    desk.now += hour
    desk.ask(status('resolved'))
    expect(shows(desk, 'first-reply')).toMatchObject({ kind: 'ended', tookMs: hour })
    desk.now += day
    desk.ask(status('open'))
    expect(shows(desk, 'first-reply')).toMatchObject({ kind: 'running', dueAt: desk.now + hour })
    desk.send(desk.reply())
    desk.ask(status('resolved'))
    expect(shows(desk, 'first-reply').kind).toBe('met')
  })
})

describe('the next reply', () => {
  it('counts from the oldest unanswered message after the first reply', () => {
    const desk = deskWithTicket()
    expect(shows(desk, 'next-reply').kind).toBe('none')
    desk.send(desk.reply())
    expect(shows(desk, 'next-reply').kind).toBe('none')
    desk.now += hour
    const asked = desk.now
    desk.hear()
    desk.now += hour
    desk.hear()
    expect(shows(desk, 'next-reply')).toMatchObject({
      kind: 'running',
      startedAt: asked,
      dueAt: asked + 4 * hour,
    })
    desk.send(desk.reply('Again'), { text: 'Again' })
    expect(shows(desk, 'next-reply')).toMatchObject({ kind: 'met', tookMs: hour })
    desk.now += hour
    desk.hear()
    expect(shows(desk, 'next-reply')).toMatchObject({ kind: 'running', startedAt: desk.now })
  })

  it('ends without being kept when the ticket is done before anybody replied', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply())
    desk.hear()
    desk.now += hour
    desk.ask(status('closed'))
    expect(shows(desk, 'next-reply')).toMatchObject({ kind: 'ended', tookMs: hour })
    expect(shows(desk, 'first-reply').kind).toBe('met')
  })

  it('is off while nothing is owed, and runs through a hold', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply())
    desk.hear()
    desk.ask(status('on_hold'))
    expect(shows(desk, 'next-reply').kind).toBe('running')
    desk.ask(status('pending_customer'))
    expect(shows(desk, 'next-reply').kind).toBe('none')
  })
})

describe('the resolution', () => {
  it('stands while we wait for the customer or hold, is met by resolving, and goes on where it stood after reopening', () => {
    const desk = deskWithTicket()
    desk.now += hour
    desk.send(desk.reply('Which?', { after: 'wait' }), { text: 'Which?' })
    expect(shows(desk, 'resolution')).toMatchObject({ kind: 'paused', ranMs: hour })
    desk.now += 10 * hour
    desk.hear()
    desk.now += hour
    desk.ask(status('resolved'))
    expect(shows(desk, 'resolution')).toMatchObject({ kind: 'met', tookMs: 2 * hour })
    desk.now += day
    desk.ask(status('open'))
    expect(shows(desk, 'resolution')).toMatchObject({ kind: 'running', dueAt: desk.now + 46 * hour })
  })

  it('counts no time twice when what the customer wrote before is heard of only after we waited or were done', () => {
    for (const to of ['pending_customer', 'resolved'] as const) {
      const desk = deskWithTicket()
      desk.now += hour
      const sentAt = new Date(desk.now).toISOString()
      desk.now += hour
      desk.ask(status(to))
      desk.now += hour
      desk.hear({ sentAt })
      desk.now += hour
      desk.ask(status('resolved'))
      expect(shows(desk, 'resolution')).toMatchObject({ kind: 'met', tookMs: 4 * hour })
    }
  })

  it('is met by closing directly', () => {
    const desk = deskWithTicket()
    desk.ask(status('closed'))
    expect(shows(desk, 'resolution').kind).toBe('met')
  })
})

describe('promises that change', () => {
  it('count from the original start when the priority changes', () => {
    const desk = deskWithTicket()
    desk.now += 20 * minute
    desk.ask({ kind: 'change-priority', ticketId, priority: 'high' })
    expect(shows(desk, 'first-reply')).toMatchObject({ dueAt: nine + 30 * minute, targetMs: 30 * minute })
  })

  it('hold for open tickets at once, and not for what is over', () => {
    const desk = deskWithTicket()
    desk.now += hour
    desk.send(desk.reply())
    const promise = { firstReplyMs: minute, nextReplyMs: null, resolutionMs: 3 * hour }
    desk.ask({ kind: 'change-settings', patch: { promises: { medium: promise } } })
    expect(shows(desk, 'first-reply')).toMatchObject({ kind: 'met', targetMs: 2 * hour })
    expect(shows(desk, 'resolution')).toMatchObject({ dueAt: nine + 3 * hour })
    desk.hear()
    expect(shows(desk, 'next-reply').kind).toBe('none')
  })

  it('are told of anew when there is more time again', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'change-priority', ticketId, priority: 'critical' })
    desk.pass(hour)
    expect(desk.ticket().noticed).toEqual(['first-reply:breached'])
    desk.ask({ kind: 'change-priority', ticketId, priority: 'medium' })
    expect(desk.ticket().noticed).toEqual([])
    expect(nextWake(desk.ticket(), desk.state.settings)).toBe(nine + 96 * minute)
    desk.pass(2 * hour)
    expect(desk.ticket().noticed).toEqual(['first-reply:breached'])
  })

  it('that changed while a ticket was done are told of anew when it is reopened', () => {
    const desk = deskWithTicket()
    desk.pass(2 * hour)
    expect(desk.ticket().noticed).toContain('first-reply:breached')
    const to = (status: 'resolved' | 'open') =>
      desk.ask({ kind: 'change-status', ticketId, to: status, reason: null, until: null })
    to('resolved')
    const promise = { ...defaultSettings.promises.medium, firstReplyMs: day }
    desk.ask({ kind: 'change-settings', patch: { promises: { medium: promise } } })
    to('open')
    expect(desk.ticket().noticed).toEqual([])
    expect(kinds(desk.pass(day))).toContain('clock-noticed')
  })

  it('are told of anew when the settings give more time', () => {
    const desk = deskWithTicket()
    desk.pass(3 * hour)
    const promise = { ...defaultSettings.promises.medium, firstReplyMs: day }
    desk.ask({ kind: 'change-settings', patch: { promises: { medium: promise } } })
    expect(desk.ticket().noticed).toEqual([])
  })
})

describe('time that passes', () => {
  it('notices a warning and a breach once each, at their true time', () => {
    const desk = deskWithTicket()
    expect(nextWake(desk.ticket(), desk.state.settings)).toBe(nine + 96 * minute)
    expect(desk.pass(95 * minute)).toEqual([])
    expect(desk.pass(2 * minute)).toMatchObject([
      {
        kind: 'clock-noticed',
        clock: 'first-reply',
        level: 'at-risk',
        trueAt: new Date(nine + 96 * minute).toISOString(),
      },
    ])
    expect(desk.pass(second)).toEqual([])
    expect(nextWake(desk.ticket(), desk.state.settings)).toBe(nine + 2 * hour)
    expect(desk.pass(9 * hour)).toMatchObject([
      { level: 'breached', trueAt: new Date(nine + 2 * hour).toISOString() },
    ])
  })

  it('skips the warning when the breach was slept through', () => {
    const desk = deskWithTicket()
    expect(desk.pass(3 * hour)).toMatchObject([{ level: 'breached' }])
    expect(nextWake(desk.ticket(), desk.state.settings)).toBe(nine + 2 * day - 9.6 * hour)
  })

  it('begins anew for a new question', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply())
    desk.hear()
    desk.pass(5 * hour)
    expect(desk.ticket().noticed).toContain('next-reply:breached')
    desk.send(desk.reply('Here', { outboxId: '1' }), { text: 'Here' })
    desk.hear()
    expect(desk.ticket().noticed).not.toContain('next-reply:breached')
    expect(kinds(desk.pass(5 * hour))).toContain('clock-noticed')
  })
})

describe('clocks in any order of things', () => {
  const moments = fc.array(
    fc.record({
      waitMs: fc.integer({ min: 0, max: day }),
      what: fc.oneof(
        fc.constantFrom(...ticketStatuses),
        fc.constantFrom('customer-wrote' as const, 'replied' as const),
      ),
      reason: fc.constantFrom(null, 'the bank'),
    }),
    { maxLength: 40, size: 'max' },
  )

  it('have run the time there was less the time they stood', () => {
    fc.assert(
      fc.property(moments, (steps) => {
        let at = nine
        let clocks: Clocks = startClocks(at)
        let ground: ClockGround = { status: 'new', holdReason: null, repliedAt: null, priority: 'medium' }
        let wall = { 'first-reply': 0, resolution: 0 }
        for (const { waitMs, what, reason } of steps) {
          const isOver = ground.status === 'resolved' || ground.status === 'closed'
          const isHeld = ground.status === 'on_hold'
          const firstRuns = !isOver && ground.repliedAt === null && !(isHeld && ground.holdReason !== null)
          const resolutionRuns = !isOver && !isHeld && ground.status !== 'pending_customer'
          wall = {
            'first-reply': wall['first-reply'] + (firstRuns ? waitMs : 0),
            resolution: wall.resolution + (resolutionRuns ? waitMs : 0),
          }
          at += waitMs
          const isStatus = what !== 'customer-wrote' && what !== 'replied'
          if (isStatus) ground = { ...ground, status: what, holdReason: what === 'on_hold' ? reason : null }
          if (what === 'replied') ground = { ...ground, repliedAt: ground.repliedAt ?? at }
          clocks = advanceClocks(clocks, isStatus ? 'status' : what, ground, at, defaultSettings)
        }
        for (const name of ['first-reply', 'resolution'] as const) {
          const clock = clocks[name]
          expect(clock && ranAt(clock, at)).toBe(wall[name])
        }
      }),
    )
  })
})

describe('the clock of a row', () => {
  it('is the running one that is due first, else one that stands, else how it went', () => {
    const desk = deskWithTicket()
    const urgent = () => mostUrgent(clockViews(desk.ticket(), desk.state.settings))
    expect(urgent()).toMatchObject({ kind: 'running', clock: 'first-reply' })
    desk.now += 3 * hour
    desk.send(desk.reply())
    expect(urgent()).toMatchObject({ kind: 'running', clock: 'resolution' })
    desk.ask(status('pending_customer'))
    expect(urgent()).toMatchObject({ kind: 'paused', clock: 'resolution' })
    desk.ask(status('resolved'))
    expect(urgent()).toMatchObject({ kind: 'met', clock: 'first-reply' })
    expect(clockState(urgent(), desk.now)).toBe('met-late')
  })

  it('is none without a promise', () => {
    expect(mostUrgent([])).toEqual({ kind: 'none', clock: 'first-reply' })
  })
})

describe('the story of a clock', () => {
  it('tells each stretch with its cause, and they add up to what the clock shows', () => {
    const desk = deskWithTicket()
    desk.now += hour
    desk.send(desk.reply('Which?', { after: 'wait' }), { text: 'Which?' })
    desk.now += 2 * hour
    desk.hear()
    desk.now += 3 * hour
    desk.ask({ kind: 'change-priority', ticketId, priority: 'high' })
    const stories = story(desk.journal.recorded, desk.ticket(), desk.state)
    expect(stories.map(({ policy }) => policy)).toEqual([
      'Promised: first reply in 2h',
      'High: next reply in 1h',
      'High: resolution in 8h',
    ])
    const at = (hours: number) => nine + hours * hour
    expect(stories[2]?.segments).toEqual([
      { runs: true, from: at(0), to: at(1), cause: 'Mira wrote' },
      { runs: false, from: at(1), to: at(3), cause: 'You replied: waiting for the customer' },
      { runs: true, from: at(3), to: at(6), cause: 'Mira wrote: in progress' },
      { runs: true, from: at(6), to: null, cause: 'You set the priority to High' },
    ])
    expect(stories[0]?.segments).toEqual([{ runs: true, from: at(0), to: at(1), cause: 'Mira wrote' }])
  })
})

describe('a span in words', () => {
  it('is rounded down when left and up when over', () => {
    expect(
      [45_000, 6 * minute, 65 * minute, 51 * hour, 59 * minute + 59_000].map((span) => spanWords(span)),
    ).toEqual([...['45s', '6m', '1h 05m', '2d 3h', '59m']])
    expect(spanWords(59 * minute + 1, 'up')).toBe('1h')
    expect(spanSentence(6 * minute)).toBe('6 min')
    expect(spanSentence(65 * minute)).toBe('1 h 05 min')
  })
})
