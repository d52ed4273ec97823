import { describe, expect, it } from 'vitest'
import type { DeskEvent } from '../../../../../src-main/core/desk/events'
import { hour, iso, kinds, minute, mira } from '../desk-on-paper'
import { type BotDesk, botTicket, staff } from '../telegram-on-paper'
import { mirrored } from './mirrored'

const said = (desk: BotDesk, topicId: number) => desk.topics.get(topicId)?.messages.map(({ text }) => text)
const words = (events: readonly DeskEvent[]) =>
  events.map((event) => (event.kind === 'topic-task-queued' ? event.task : null))

/** A desk that left the staff group and follows it again; answers the topic of before. */
function followedAgain(): { readonly desk: BotDesk; readonly old: number } {
  const desk = mirrored()
  const old = desk.topicId
  desk.ask({ kind: 'leave-group', groupId: staff.id })
  desk.ask({ kind: 'follow-group', group: staff })
  return { desk, old }
}

describe('a topic of the staff group that copies its chat no more', () => {
  const nobody =
    'Topicdesk: Nobody gets what is written here. Mira gets a new topic when they write again. Until then, answer at the desk.'

  it('says so to who writes there, and nothing else happens', () => {
    const { desk, old } = followedAgain()
    expect(kinds(desk.answers('On its way', { topicId: old }))).toEqual(['topic-task-queued'])
    desk.drain()
    expect(said(desk, old)?.slice(1)).toEqual(['On its way', nobody])
    expect(desk.received).toEqual([])
    expect(desk.state.outbox.size).toBe(0)
    expect(desk.itemsOf(botTicket).filter(({ kind }) => kind === 'message')).toHaveLength(1)
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('says it once in a while, whatever is written: an answer, a command, an album', () => {
    const { desk, old } = followedAgain()
    desk.answers('On its way', { topicId: old })
    expect(desk.answers('/claim', { topicId: old })).toEqual([])
    desk.drain()
    desk.now += 10 * minute
    expect(desk.answers('Are you there?', { topicId: old })).toEqual([])
    const again = desk.inStaffGroup({ topicId: old })
    desk.now += 10 * minute
    expect(kinds(desk.answers('Hello?', { topicId: old }))).toEqual(['topic-task-queued'])
    desk.now += hour
    expect(desk.deliver([{ kind: 'message', message: again }])).toEqual([])
  })

  it('names the new topic where there is one', () => {
    const { desk, old } = followedAgain()
    desk.says({ text: 'Are you there?' })
    expect(words(desk.answers('Two', { topicId: old }))).toMatchObject([
      { text: 'Topicdesk: Nobody gets what is written here. A new topic for Mira is being made.' },
    ])
    desk.drain()
    desk.now += hour
    desk.answers('Three', { topicId: old })
    desk.drain()
    const { title } = desk.seenTopic
    const link = `https://t.me/c/${staff.id}/${desk.topicId}`
    expect(said(desk, old)?.at(-1)).toBe(
      `Topicdesk: Nobody gets what is written here. The new topic for Mira is “${title}”: ${link}`,
    )
    expect(desk.received).toEqual([])
    desk.answers('Four')
    desk.drain()
    expect(desk.received).toEqual(['Four'])
  })

  it('holds up neither the customer nor the new topic, and waits for nobody once the group is left', () => {
    const { desk, old } = followedAgain()
    desk.answers('One', { topicId: old })
    desk.attempt([...desk.state.outbox.ids()][0] ?? '')
    desk.says({ text: 'Thanks' })
    desk.reply('From the desk', { ticketId: botTicket })
    desk.drain()
    expect(desk.received).toEqual(['From the desk'])
    expect(desk.texts).toContain('Thanks')
    desk.now += hour
    desk.answers('Two', { topicId: old })
    expect(desk.state.outbox.size).toBe(1)
    desk.ask({ kind: 'leave-group', groupId: staff.id })
    expect(desk.state.outbox.size).toBe(0)
  })

  it.each(['none', 'another'])('says so to who changes a reply there, with %s topic instead', (instead) => {
    const desk = mirrored()
    const message = desk.inStaffGroup({ text: 'On its wy' })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    desk.ask({ kind: 'leave-group', groupId: staff.id })
    desk.ask({ kind: 'follow-group', group: staff })
    if (instead === 'another') {
      desk.says({ text: 'Are you there?' })
      desk.drain()
    }
    const edit = () =>
      desk.deliver([
        { kind: 'message-edited', message: { ...message, text: 'On its way' }, editedAt: iso(desk.now) },
      ])
    expect(kinds(edit())).toEqual(['topic-task-queued'])
    expect(edit()).toEqual([])
    desk.drain()
    expect(said(desk, message.topicId)?.at(-1)).toContain(nobody.slice(0, 40))
    expect(desk.received).toEqual(['On its wy'])
  })

  it('is settled by the echo of what was said', () => {
    const { desk, old } = followedAgain()
    desk.answers('One', { topicId: old })
    const [entry] = desk.state.outbox.values()
    desk.attempt(entry?.id ?? '')
    const text = entry?.kind === 'topic-task' && typeof entry.task !== 'string' ? nobody : ''
    const echo = desk.inStaffGroup({ topicId: old, senderId: staff.accountId, isOwn: true, text })
    desk.deliver([{ kind: 'message', message: { ...echo, randomId: entry?.id ?? null } }])
    expect(desk.state.outbox.size).toBe(0)
  })

  it('is told apart from General, a topic of somebody’s own and one of customers of before', () => {
    const { desk } = followedAgain()
    expect(desk.answers('Lunch?', { topicId: 1 })).toEqual([])
    expect(desk.answers('A topic of our own', { topicId: 4711 })).toEqual([])
    expect(desk.answers('The bot', { topicId: 1, senderId: '12' })).toEqual([])
    const other = { ...staff, id: '-100901', role: 'public' as const }
    desk.ask({ kind: 'leave-group', groupId: staff.id })
    desk.ask({ kind: 'follow-group', group: other })
    const at = { chatId: other.id, topicId: 9, senderId: mira.id }
    desk.deliver([{ kind: 'message', message: desk.message(at) }])
    desk.ask({ kind: 'leave-group', groupId: other.id })
    desk.ask({ kind: 'follow-group', group: { ...other, role: 'staff' } })
    expect(desk.answers('For the team now', { chatId: other.id, topicId: 9 })).toEqual([])
  })

  it('is silent about what bots write there', () => {
    const { desk, old } = followedAgain()
    expect(desk.answers('Beep', { topicId: old, senderId: '12' })).toEqual([])
  })

  it('that was deleted at Telegram meanwhile swallows the word, and nothing waits for it', () => {
    const { desk, old } = followedAgain()
    desk.answers('One', { topicId: old })
    const [id = ''] = desk.state.outbox.ids()
    desk.attempt(id)
    desk.ask(
      {
        kind: 'note-failure',
        outboxId: id,
        reason: 'The topic is gone.',
        uncertain: false,
        isTopicGone: true,
      },
      { kind: 'desk' },
    )
    desk.deliver([{ kind: 'topic-deleted', chatId: staff.id, topicId: old, at: iso(desk.now) }])
    expect(desk.state.outbox.size).toBe(0)
    expect(desk.state.conversations.get(botTicket)?.mirror).toBeNull()
  })
})
