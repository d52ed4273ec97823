import { describe, expect, it } from 'vitest'
import { Course } from '../../../../../src-main/core/desk/course'
import { greet } from '../../../../../src-main/core/intake/greet'
import { mira, theDesk } from '../desk-on-paper'
import { BotOnPaper, botTicket } from './bot-on-paper'
import { category } from './questions'

/** What follows from /start in Mira's chat. */
function started({ desk }: BotOnPaper) {
  const intent = { kind: 'pass-time', ticketIds: [] } as const
  const course = new Course(desk.state, { intent, by: theDesk, at: desk.now }, desk.journal)
  const conversation = course.state.conversations.get(botTicket)
  if (!conversation) throw new Error('no chat')
  greet(course, conversation)
  greet(course, conversation)
  return course.recorded.map(({ event }) => event)
}

describe('a customer who presses Start', () => {
  it('is greeted once in their language, by the desk, on no clock', () => {
    const bot = new BotOnPaper()
    bot.desk.deliver([], [{ ...mira, language: 'nl' }])
    bot.write('Hello')
    expect(started(bot)).toMatchObject([
      { kind: 'reply-queued', purpose: 'hint', text: expect.stringContaining('Hallo. Schrijf hier') },
    ])
  })

  it('before they ever wrote has no ticket yet, whatever the link they came by carries', () => {
    const bot = BotOnPaper.asking(category)
    bot.writeUnread('/start promo_12')
    bot.writeUnread('/start')
    bot.arrive()
    expect(bot.said('hint')).toEqual(['Hello. Write here what you need, and we will reply in this chat.'])
    expect(bot.desk.state.tickets.size).toBe(0)
    bot.write('My parcel is late')
    expect(bot.ticket.intake?.asked).toBe('category')
    expect(bot.said('question')).toHaveLength(1)
  })

  it('in the middle of a form is asked the question again that waits, with the same buttons', () => {
    const bot = BotOnPaper.asking(category)
    bot.write('Hello')
    const [again, ...more] = started(bot)
    expect(more).toEqual([])
    expect(again).toMatchObject({ purpose: 'hint', buttons: bot.got[0]?.buttons })
    expect(again).toHaveProperty('text', expect.stringContaining(category.text))
  })

  it('while the question is still on its way gets nothing more', () => {
    const bot = BotOnPaper.asking(category)
    bot.writeUnread('Hello')
    expect(started(bot)).toEqual([])
  })
})
