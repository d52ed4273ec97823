import { describe, expect, it } from 'vitest'
import { oneLine } from '../../../../../src-main/core/conversation/one-line'
import type { Content } from '../../../../../src-preload/contract/conversation'
import { mira, theDesk } from '../desk-on-paper'
import { BotDesk, botChat, botTicket, fern } from '../telegram-on-paper'
import { mirrored, photo, waiting } from './mirrored'

const place: Content = {
  ...{ kind: 'place', latitude: 60.17169, longitude: 24.93729, liveUntil: null },
  ...{ title: 'Kiasma', address: 'Mannerheiminaukio 2' },
}
const card: Content = { kind: 'contact', name: 'Mira Adler', phone: '+4930901820', isOwn: false }
const poll: Content = { kind: 'poll', question: 'When?', options: ['Now', 'Later'] }
const story: Content = { kind: 'other', what: 'story' }
const lastCopy = (desk: BotDesk) => desk.seenTopic.messages.at(-1)

describe('what is neither words nor a file', () => {
  it('names the ticket it begins, and stands in its row', () => {
    const desk = BotDesk.openBot()
    desk.says({ text: '', content: place })
    expect(desk.ticket(botTicket).title).toBe('A place: Kiasma, Mannerheiminaukio 2')
    desk.says({ text: '', content: card })
    expect(desk.ticket(botTicket).last?.text).toBe('A contact: Mira Adler, +4930901820')
    const shown = desk.itemsOf(botTicket).flatMap((item) => (item.kind === 'message' ? [item.content] : []))
    expect(shown).toMatchObject([{ kind: 'place', line: 'A place: Kiasma, Mannerheiminaukio 2' }, card])
  })

  it.each([place, card])('is copied into the staff group as what it is: $kind', (content) => {
    const desk = mirrored()
    desk.says({ text: '', content })
    desk.drain()
    expect(lastCopy(desk)).toMatchObject({ text: '', content })
    expect(desk.texts).toHaveLength(2)
  })

  it.each([place, card])(
    'sent by another program through the bot is copied behind its name: $kind',
    (content) => {
      const desk = mirrored()
      desk.hear({ chatId: botChat, topicId: 0, senderId: fern.id, isOwn: true, text: '', content })
      desk.drain()
      expect(desk.texts.slice(1)).toEqual(['Fern:', ''])
      expect(lastCopy(desk)).toMatchObject({ text: '', content })
      expect(desk.seenTopic.messages[1]).not.toHaveProperty('content')
    },
  )

  it('is copied in words where it cannot be sent anew', () => {
    const desk = mirrored()
    desk.says({ text: '', content: poll })
    desk.says({ text: '', content: { kind: 'dice', emoji: '🎲', value: 4 } })
    desk.drain()
    expect(desk.texts.slice(1)).toEqual(['A poll: When?\n• Now\n• Later', '🎲 4'])
    expect(lastCopy(desk)).not.toHaveProperty('content')
  })

  it('is said in the topic, and in the conversation, where it cannot be copied at all', () => {
    const desk = mirrored()
    desk.says({ text: '', content: story })
    desk.drain()
    const reason = 'Mira sent a story that cannot be copied into the staff group.'
    expect(desk.texts.slice(1)).toEqual([`Topicdesk: ${reason}`])
    expect(desk.journal.recorded.filter(({ event }) => event.kind === 'not-carried')).toHaveLength(1)
  })

  it('comes in words after all where Telegram refuses it', () => {
    const desk = mirrored()
    desk.says({ text: '', content: place })
    const [copy] = waiting(desk)
    const reason = 'Telegram refuses it.'
    desk.ask({ kind: 'note-failure', outboxId: copy?.id ?? '', reason, uncertain: false }, theDesk)
    desk.drain()
    expect(desk.texts.at(-1)).toBe(
      'Topicdesk: A place: Kiasma, Mannerheiminaukio 2\n60.17169, 24.93729\nThis came in words only: Telegram refuses it.',
    )
  })

  it('from the topic goes to the customer as what it is', () => {
    const desk = mirrored()
    desk.answers('', { content: place })
    desk.drain()
    expect(desk.customer.at(-1)).toMatchObject({ by: 'desk', text: '', content: place })
    const ours = desk.itemsOf(botTicket).find((item) => item.kind === 'message' && item.side === 'team')
    expect(ours).toMatchObject({ author: { name: 'Ravi' }, content: place })
    expect(desk.ticket(botTicket).last?.text).toBe('A place: Kiasma, Mannerheiminaukio 2')
  })

  it.each([
    [poll, 'A poll cannot be passed on. It was not sent.'],
    [story, 'A story cannot be passed on. It was not sent.'],
  ])('from the topic is refused where no bot can pass it on', (content, why) => {
    const desk = mirrored()
    desk.answers('', { content })
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.texts.at(-1)).toBe(`Topicdesk: ${why}`)
  })

  it('stands in the recap of a topic that is made anew', () => {
    const desk = BotDesk.openBot()
    desk.ask({ kind: 'leave-group', groupId: '-100900' })
    desk.says({ text: '', content: place })
    const group = { id: '-100900', title: 'Fernline Staff', accountId: '99', role: 'staff' } as const
    desk.ask({ kind: 'follow-group', group })
    desk.says({ text: 'I am there.' })
    desk.drain()
    expect(desk.texts[0]).toContain('Mira: A place: Kiasma, Mannerheiminaukio 2')
  })

  it('is known again as the copy that may have arrived', () => {
    const desk = mirrored()
    desk.says({ text: '', content: place })
    desk.says({ text: '', content: card })
    const [first, second] = waiting(desk)
    for (const copy of [first, second]) desk.attempt(copy?.id ?? '')
    const echo = { senderId: '99', isOwn: true, text: '' }
    desk.hearInStaffGroup({ ...echo, content: card })
    expect(waiting(desk).map(({ id }) => id)).toEqual([first?.id])
    desk.hearInStaffGroup({ ...echo, content: { ...place, latitude: 60.1717 } })
    expect(waiting(desk)).toEqual([])
  })

  it('of a journal of before is shown as what could not be shown', () => {
    const desk = BotDesk.openBot()
    desk.says({ text: '', media: [{ ...photo('u-geo'), kind: 'unsupported', name: 'geo' }] })
    expect(desk.itemsOf(botTicket).find(({ kind }) => kind === 'message')).toMatchObject({
      media: [],
      content: { kind: 'other', line: 'A place' },
    })
  })

  it('is one line of at most 160 characters, whatever is in it', () => {
    const hostile = { kind: 'poll', question: `Who?\n\n${'x'.repeat(900)}`, options: [] } as const
    expect(oneLine('', [], hostile)).toHaveLength(160)
    expect(oneLine('', [], hostile)).not.toContain('\n')
    expect(oneLine('words', [], hostile)).toBe('words')
  })
})

describe('a number that a customer shares', () => {
  const phone = (desk: BotDesk) => desk.state.contacts.get(mira.id)?.phone
  const own: Content = { ...card, isOwn: true }

  it('is on their sheet if it is their own, asked or not', () => {
    const desk = mirrored()
    desk.says({ text: '', content: card })
    expect(phone(desk)).toBeUndefined()
    desk.says({ text: '', content: own })
    expect(phone(desk)).toBe('+4930901820')
  })

  it('leaves the same number as the team wrote it', () => {
    const desk = mirrored()
    const written = '+49 30 901 820'
    desk.ask({ kind: 'change-contact', contact: { personId: mira.id, phone: written } })
    desk.says({ text: '', content: own })
    expect(phone(desk)).toBe(written)
    desk.says({ text: '', content: { ...own, phone: '12' } })
    expect(phone(desk)).toBe(written)
  })
})
