import { describe, expect, it } from 'vitest'
import type { Announcement } from '../../../../../src-main/core/desk/effects'
import {
  anna,
  chatId,
  DeskOnPaper,
  day,
  hour,
  iso,
  jonas,
  minute,
  ravi,
  second,
  theDesk,
  ticketId,
} from '../desk-on-paper'

const said = (desk: DeskOnPaper): readonly Announcement[] =>
  desk.effects.flatMap((effect) => (effect.kind === 'announce' ? [effect.announcement] : []))
const withdrawn = (desk: DeskOnPaper) =>
  desk.effects.flatMap((effect) => (effect.kind === 'withdraw' ? effect.keys : []))
const claim = { kind: 'claim-ticket', ticketId } as const
const quiet = (notifications: object) => ({ kind: 'change-settings', patch: { notifications } }) as const

function deskWithTicket(): DeskOnPaper {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  return desk
}

describe('a new ticket', () => {
  it('is announced once, without what was said', () => {
    const desk = deskWithTicket()
    const { code } = desk.ticket()
    expect(said(desk)).toEqual([
      {
        ...{
          key: `new-ticket:${ticketId}`,
          kind: 'new-ticket',
          title: `New ticket ${code}`,
          body: 'Mira, Medium',
        },
        ...{ ticketId, urgent: false },
        actions: [
          { id: 'open', label: 'Open' },
          { id: 'claim', label: 'Claim' },
        ],
      },
    ])
  })

  it('says what was said where the settings allow it', () => {
    const desk = DeskOnPaper.open()
    desk.ask(quiet({ showText: true }))
    desk.hear()
    expect(said(desk)[0]?.body).toBe('Mira, Medium: My card was refused.')
  })

  it('is not announced as news when it is history', () => {
    const desk = DeskOnPaper.open()
    desk.hear({ sentAt: iso(desk.now - 11 * minute) })
    expect(said(desk)).toEqual([])
  })

  it('with three others in one delivery is one digest', () => {
    const desk = DeskOnPaper.open()
    const facts = [7, 8, 9, 10].map(
      (topicId) => ({ kind: 'message', message: desk.message({ topicId }) }) as const,
    )
    desk.deliver(facts)
    expect(said(desk)).toMatchObject([{ kind: 'digest', title: 'While you were away: 4 new' }])
    expect(said(desk)[0]?.body).toMatch(/^Most urgent: [A-Z]{3}\d{3}$/)
  })

  it('is not announced when switched off, nor when nobody wants to be disturbed', () => {
    for (const patch of [{ newTicket: false }, { doNotDisturb: true }]) {
      const desk = DeskOnPaper.open()
      desk.ask(quiet(patch))
      desk.hear()
      expect(said(desk)).toEqual([])
    }
  })
})

describe('a customer who writes again', () => {
  it('is announced on my ticket, with how long there is to answer', () => {
    const desk = deskWithTicket()
    desk.ask(claim)
    desk.send(desk.reply())
    desk.hear({ text: 'Secret' })
    expect(said(desk)).toMatchObject([
      { kind: 'customer-wrote', title: `Mira wrote, ${desk.ticket().code}`, body: 'Next reply due in 4 h' },
    ])
  })

  it('is not announced on a ticket of a colleague or of nobody, nor for what the team wrote', () => {
    const desk = deskWithTicket()
    desk.hear()
    expect(said(desk)).toEqual([])
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: ravi.id })
    desk.hear()
    expect(said(desk)).toEqual([])
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: anna.id })
    desk.hear({ senderId: anna.id, isOwn: true })
    desk.hear({ senderId: ravi.id })
    expect(said(desk)).toEqual([])
  })

  it('five times in one delivery is announced once; after ten minutes it is history', () => {
    const desk = deskWithTicket()
    desk.ask(claim)
    const facts = Array.from({ length: 5 }, () => ({ kind: 'message', message: desk.message() }) as const)
    desk.deliver(facts)
    expect(said(desk)).toHaveLength(1)
    desk.hear({ sentAt: iso(desk.now - 11 * minute) })
    expect(said(desk)).toEqual([])
  })
})

describe('a promise', () => {
  it('at risk says for how long, and with whom', () => {
    const desk = deskWithTicket()
    desk.ask(claim)
    desk.pass(2 * hour - 6 * minute)
    expect(said(desk)).toMatchObject([
      {
        ...{ key: `at-risk:${ticketId}`, title: `${desk.ticket().code} is due in 6 min: first reply` },
        ...{ body: 'Mira, Medium, with you', urgent: false, actions: [{ id: 'open' }] },
        clock: { name: 'first-reply', trueAt: desk.now - 18 * minute },
      },
    ])
  })

  it('broken says how long the customer has waited, and takes the warning back', () => {
    const desk = deskWithTicket()
    desk.pass(2 * hour + 5 * second)
    expect(said(desk)).toMatchObject([
      {
        ...{ kind: 'breached', title: `${desk.ticket().code} is overdue: first reply`, urgent: true },
        body: 'Mira has waited 2 h. Medium, with nobody',
        clock: { name: 'first-reply', trueAt: desk.now - 5 * second },
        actions: [{ id: 'open' }, { id: 'claim' }],
      },
    ])
    expect(withdrawn(desk)).toEqual([`at-risk:${ticketId}`])
    desk.pass(minute)
    expect(said(desk)).toEqual([])
  })

  it("at risk on a colleague's ticket is theirs to hear of; broken, everybody's", () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: ravi.id })
    desk.pass(2 * hour - minute)
    expect(said(desk)).toEqual([])
    desk.pass(hour)
    expect(said(desk)).toMatchObject([
      { kind: 'breached', body: 'Mira has waited 2 h 59 min. Medium, with Ravi' },
    ])
  })

  it('broken is told even to those who do not want to be disturbed, unless switched off', () => {
    for (const [patch, count] of [
      [{ doNotDisturb: true }, 1],
      [{ breached: false }, 0],
    ] as const) {
      const desk = deskWithTicket()
      desk.ask(quiet(patch))
      desk.pass(2 * hour - minute)
      expect(said(desk)).toHaveLength('doNotDisturb' in patch ? 0 : 1)
      desk.pass(hour)
      expect(said(desk)).toHaveLength(count)
    }
  })

  it('broken forty times while the desk slept is one digest', () => {
    const desk = DeskOnPaper.open()
    const topics = Array.from({ length: 40 }, (_, at) => at + 10)
    for (const topicId of topics) {
      desk.now += second
      desk.hear({ topicId })
    }
    const ids = topics.map((topicId) => `${chatId}:${topicId}`)
    desk.pass(9 * hour, ids)
    const { code } = desk.ticket(`${chatId}:10`)
    expect(said(desk)).toMatchObject([
      {
        kind: 'digest',
        title: 'While you were away: 40 overdue',
        body: `Most urgent: ${code}`,
        urgent: true,
      },
    ])
    expect(withdrawn(desk)).toHaveLength(40)
  })
})

describe('what was announced', () => {
  it('is taken back when it is answered, from the desk or in plain Telegram', () => {
    const all = ['new-ticket', 'customer-wrote', 'at-risk', 'breached'].map((kind) => `${kind}:${ticketId}`)
    const desk = deskWithTicket()
    const outboxId = desk.reply()
    expect(withdrawn(desk)).toEqual([])
    desk.send(outboxId, { echo: false })
    expect(withdrawn(desk)).toEqual(all)
    const other = deskWithTicket()
    other.hear({ senderId: ravi.id })
    expect(withdrawn(other)).toEqual(all)
  })

  it('is taken back when the ticket is resolved', () => {
    const desk = deskWithTicket()
    desk.topicChanged(true)
    expect(withdrawn(desk)).toContain(`breached:${ticketId}`)
  })

  it('as new is taken back when the ticket is claimed or seen', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'see-ticket', ticketId, position: desk.state.seq })
    expect(withdrawn(desk)).toContain(`new-ticket:${ticketId}`)
    desk.ask(claim)
    expect(withdrawn(desk)).toEqual([`new-ticket:${ticketId}`])
  })

  it('nothing is said of settings, people or time that changes nothing', () => {
    const desk = deskWithTicket()
    desk.deliver([], [{ ...jonas, name: 'Jonas B.' }])
    expect(desk.effects).toEqual([])
    desk.ask({ kind: 'pass-time', ticketIds: ['none'] }, theDesk)
    desk.now += day
    expect(desk.effects).toEqual([])
  })
})

describe('a reply of mine that did not go out', () => {
  it('is announced in place of the words that stopped it, and taken back once it has its word', () => {
    const desk = deskWithTicket()
    const { code } = desk.ticket()
    desk.ask(claim)
    const outboxId = desk.reply('Try again')
    desk.hear({ text: 'It works now' })
    expect(said(desk)).toMatchObject([
      {
        key: `not-sent:${ticketId}`,
        title: `Not sent to Mira, ${code}`,
        body: 'Mira wrote before this was sent. Read it, then send it again.',
        ticketId,
      },
    ])
    desk.ask({ kind: 'retry-reply', ticketId, outboxId })
    expect(withdrawn(desk)).toContain(`not-sent:${ticketId}`)
    desk.hear({ text: 'Really' })
    desk.ask({ kind: 'discard-reply', ticketId, outboxId })
    expect(withdrawn(desk)).toContain(`not-sent:${ticketId}`)
  })

  it('says that it may be there where nobody can tell', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Try again')
    desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
    desk.ask({ kind: 'note-failure', outboxId, reason: 'Perhaps sent.', uncertain: true }, theDesk)
    expect(said(desk)[0]?.title).toMatch(/^Perhaps not sent to Mira/)
  })

  it('is not announced again when somebody looked for it and nothing was found', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Try again')
    desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
    desk.ask({ kind: 'note-failure', outboxId, reason: 'Perhaps sent.', uncertain: true }, theDesk)
    expect(said(desk)).toHaveLength(1)
    desk.ask({ kind: 'note-failure', outboxId, reason: 'Telegram has nothing.', uncertain: true }, theDesk)
    expect(said(desk)).toEqual([])
  })

  it('with three others at once is one notice, and none where nobody wants to be disturbed', () => {
    for (const doNotDisturb of [false, true]) {
      const desk = DeskOnPaper.open()
      desk.ask(quiet({ doNotDisturb }))
      const topics = [7, 8, 9, 10]
      for (const topic of topics) {
        desk.hear({ topicId: topic })
        desk.reply('Try again', { ticketId: `${chatId}:${topic}` })
      }
      desk.deliver(
        topics.map((topic) => ({ kind: 'message', message: desk.message({ topicId: topic }) }) as const),
      )
      expect(said(desk).map(({ title }) => title)).toEqual(
        doNotDisturb ? [] : ['Replies in 4 tickets were not sent'],
      )
    }
  })
})
