import { describe, expect, it } from 'vitest'
import { noTopic, privateChat } from '../../../../../src-main/core/conversation/message'
import { Course } from '../../../../../src-main/core/desk/course'
import { acknowledge } from '../../../../../src-main/core/intake/acknowledge'
import { beginIntake } from '../../../../../src-main/core/intake/begin-intake'
import type { IntakeSettings } from '../../../../../src-preload/contract/intake'
import {
  anna,
  chatId,
  day,
  hour,
  iso,
  jonas,
  minute,
  mira,
  theDesk,
  ticketId,
  topicId,
} from '../desk-on-paper'
import { BotOnPaper, botChat, botId, botTicket } from './bot-on-paper'
import { category, photo } from './questions'

const everywhere: Partial<IntakeSettings> = { acknowledge: { topic: true, bot: true, privateChat: true } }

describe('the acknowledgement', () => {
  it('gives the code and the expected time by priority, and answers nothing', () => {
    const bot = new BotOnPaper()
    bot.write('My card was refused.')
    const { code } = bot.ticket
    expect(bot.said('acknowledgement')).toEqual([
      `We have your request. Its code is ${code}. We will reply within 2 hours. To add something, write it here.`,
    ])
    expect(bot.ticket).toMatchObject({ isAcknowledged: true, status: 'new', ball: 'ours', repliedAt: null })
  })

  it('says no time where none is promised', () => {
    const bot = new BotOnPaper()
    const medium = { firstReplyMs: null, nextReplyMs: null, resolutionMs: null }
    bot.desk.ask({ kind: 'change-settings', patch: { promises: { medium } } })
    bot.write('Hello')
    expect(bot.said('acknowledgement')[0]).toContain('We will reply as soon as we can.')
  })

  it('comes once for a burst, an album and all that follows', () => {
    const bot = new BotOnPaper()
    bot.writeUnread('Hello')
    bot.writeUnread('My card')
    for (let part = 0; part < 3; part++) bot.writeUnread('', { media: [photo], albumId: 'a' })
    bot.write('was refused')
    bot.pass(day)
    bot.write('Are you there?')
    expect(bot.said('acknowledgement')).toHaveLength(1)
    expect(bot.desk.state.tickets.size).toBe(1)
  })

  it('comes once more for a follow-up ticket, and not for one that is reopened', () => {
    const bot = new BotOnPaper()
    bot.write('Hello')
    const resolve = { kind: 'change-status', to: 'resolved', reason: 'done', until: null } as const
    bot.desk.ask({ ...resolve, ticketId: botTicket })
    bot.pass(hour)
    bot.write('One more thing')
    expect(bot.said('acknowledgement')).toHaveLength(1)
    bot.desk.ask({ ...resolve, ticketId: botTicket })
    bot.desk.now += 30 * day
    bot.write('Something else')
    expect(bot.said('acknowledgement')).toHaveLength(2)
    expect(bot.said('acknowledgement')[1]).toContain(bot.desk.ticket(`${botTicket}.2`).code)
  })

  it('goes by the way the customer came', () => {
    const bot = new BotOnPaper({ acknowledge: { topic: false, bot: false, privateChat: true } })
    bot.write('Hello')
    bot.desk.topic()
    bot.desk.hear()
    expect([...bot.desk.state.outbox.values()]).toEqual([])
    expect(bot.got).toEqual([])
    const own = privateChat(anna.id, mira.id)
    bot.desk.ask({ kind: 'change-settings', patch: { chatRule: 'strangers' } })
    bot.desk.hear({ chatId: own, topicId: noTopic })
    expect([...bot.desk.state.outbox.values()]).toMatchObject([{ purpose: 'acknowledgement', chatId: own }])
  })

  it('is written in the topic where that is wanted, but not for what a group brought from its past', () => {
    const bot = new BotOnPaper(everywhere)
    const { desk } = bot
    desk.topic()
    desk.hear()
    expect([...desk.state.outbox.values()]).toMatchObject([
      { purpose: 'acknowledgement', chatId, topicId, ticketId },
    ])
    desk.topic('Old', 8)
    desk.hear({ topicId: 8, sentAt: iso(desk.now - 16 * minute) })
    expect(desk.state.outbox.size).toBe(1)
    expect(desk.ticket(`${chatId}:8`).isAcknowledged).toBe(false)
  })

  it('comes late, but comes, for what waited at the bot while the desk was away', () => {
    const bot = new BotOnPaper(everywhere)
    bot.write('Hello', { sentAt: iso(bot.desk.now - 6 * hour) })
    expect(bot.said('acknowledgement')).toHaveLength(1)
  })

  it('is not written for a ticket that the team opened, nor for messages from before it', () => {
    const bot = new BotOnPaper(everywhere)
    const { desk } = bot
    desk.ask({ kind: 'open-chat', accountId: anna.id, person: mira })
    desk.hear({ chatId: privateChat(anna.id, mira.id), topicId: noTopic })
    expect(desk.state.tickets.size).toBe(1)
    expect(desk.state.outbox.size).toBe(0)
  })

  it('is left out where a form is off or has no questions only in so far as nothing is asked', () => {
    for (const form of [
      { isOn: false, questions: [category] },
      { isOn: true, questions: [] },
    ]) {
      const bot = new BotOnPaper({ form })
      bot.write('Hello')
      expect(bot.ticket.intake).toBeNull()
      expect(bot.said('question')).toEqual([])
      expect(bot.said('acknowledgement')).toHaveLength(1)
    }
  })
})

describe('who begins intake twice, or for a ticket of the team', () => {
  it('says nothing', () => {
    const bot = new BotOnPaper(everywhere)
    bot.write('Hello')
    bot.desk.ask({ kind: 'open-chat', accountId: anna.id, person: mira })
    bot.desk.ask({ kind: 'open-chat', accountId: botId, person: jonas })
    const form = { isOn: true, questions: [category] }
    bot.desk.ask({ kind: 'change-settings', patch: { intake: { form } } })
    const { state, journal, now } = bot.desk
    const asked = {
      intent: { kind: 'see-ticket', ticketId: botTicket, position: 1 },
      by: theDesk,
      at: now,
    } as const
    const course = new Course(state, asked, journal)
    const own = `${privateChat(anna.id, mira.id)}:${noTopic}`
    const byHand = `${privateChat(botId, jonas.id)}:${noTopic}`
    for (const id of [own, byHand]) {
      expect(state.tickets.has(id)).toBe(true)
      beginIntake(course, id)
    }
    acknowledge(course, botTicket)
    expect(course.recorded).toEqual([])
  })
})

describe('the language of the acknowledgement', () => {
  const speaking = (language: string, intake: Partial<IntakeSettings> = {}) => {
    const bot = new BotOnPaper(intake)
    bot.desk.deliver([], [{ ...mira, language }])
    bot.write('Hello')
    return bot.said('acknowledgement')[0]?.replace(bot.ticket.code, 'CODE')
  }
  const own = { acknowledgement: { en: 'Hi {name}: {code}, {time}.', pt: 'Oi {name}: {code}, {time}.' } }

  it('is the one Telegram tells, the one of its family, or English', () => {
    expect(speaking('de')).toContain('Ihr Code ist CODE. Wir antworten innerhalb von 2 Stunden.')
    expect(speaking('pt-BR')).toContain('O código é CODE. Responderemos em até 2 horas.')
    expect(speaking('ja')).toContain('Its code is CODE.')
  })

  it("is the team's choice before Telegram's", () => {
    const bot = new BotOnPaper()
    bot.desk.deliver([], [{ ...mira, language: 'de' }])
    bot.desk.ask({ kind: 'change-contact', contact: { personId: mira.id, language: 'fi' } })
    bot.write('Hello')
    expect(bot.said('acknowledgement')[0]).toContain('2 tunnin kuluessa')
  })

  it("has the team's own words where they wrote some, the built-in ones elsewhere", () => {
    expect(speaking('pt-BR', own)).toBe('Oi Mira: CODE, em até 2 horas.')
    expect(speaking('en-GB', own)).toBe('Hi Mira: CODE, within 2 hours.')
    expect(speaking('ja', own)).toBe('Hi Mira: CODE, within 2 hours.')
    expect(speaking('de', own)).toContain('Ihr Code ist CODE.')
  })

  it('is the language of hints and buttons too', () => {
    const bot = BotOnPaper.asking({ ...category, required: false })
    bot.desk.deliver([], [{ ...mira, language: 'sv' }])
    bot.write('Hello')
    bot.write('Refund')
    expect(bot.said('hint')[0]).toContain('Välj ett av dessa')
    expect(bot.got[0]?.buttons?.at(-1)).toMatchObject([{ text: 'Hoppa över' }])
  })
})

describe('what is said in the bot chat', () => {
  it('goes to the chat it is about', () => {
    const bot = new BotOnPaper()
    bot.write('Hello')
    expect(bot.got).toMatchObject([{ chatId: botChat, conversationId: botTicket, ticketId: botTicket }])
  })
})
