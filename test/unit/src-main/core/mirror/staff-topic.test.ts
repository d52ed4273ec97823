import { describe, expect, it } from 'vitest'
import { pressData } from '../../../../../src-main/core/intake/intake-run'
import { day, iso, kinds, minute, mira, ravi, theDesk } from '../desk-on-paper'
import { category, urgency } from '../intake/questions'
import { BotDesk, botChat, botTicket, fern, staff } from '../telegram-on-paper'
import { mirrored, photo, waiting } from './mirrored'

describe('the bot’s questions', () => {
  it('are in the topic with what the customer pressed or skipped, which is no message of theirs', () => {
    const desk = BotDesk.openBot()
    const questions = [category, { ...urgency, required: false }]
    desk.ask({ kind: 'change-settings', patch: { intake: { form: { isOn: true, questions } } } })
    const allArrives = () => {
      desk.now += minute
      desk.drain()
    }
    desk.says({ text: 'My card was refused.' })
    allArrives()
    const press = (answer: number | 'skip') => {
      const askedBy = desk.ticket(botTicket).intake?.askedBy ?? ''
      const data = pressData({ askedBy, answer })
      const place = { chatId: botChat, number: desk.number, personId: mira.id, at: iso(desk.now) }
      desk.deliver([{ kind: 'button-pressed', ...place, data, pressId: askedBy }])
      allArrives()
    }
    press(0)
    press('skip')
    expect(desk.texts.slice(1)).toEqual([
      'Topicdesk: What is category?',
      'Topicdesk: Mira chose: Billing',
      'Topicdesk: What is urgency?',
      'Topicdesk: Mira skipped this.',
    ])
  })
})

describe('the topic of a private chat', () => {
  const change = (desk: BotDesk, closed: boolean, isOwn = false) =>
    desk.deliver([
      {
        kind: 'topic-changed',
        ...{ chatId: staff.id, topicId: desk.topicId, number: ++desk.number, closed },
        ...{ by: isOwn ? fern.id : ravi.id, isOwn, at: iso(desk.now) },
      },
    ])

  it('closed by a colleague resolves the ticket, reopened opens it (C12)', () => {
    const desk = mirrored()
    change(desk, true)
    expect(desk.ticket(botTicket).status).toBe('resolved')
    expect(desk.state.outbox.size).toBe(0)
    change(desk, false)
    expect(desk.ticket(botTicket).status).toBe('open')
    expect(desk.state.outbox.size).toBe(0)
  })

  it('follows the ticket at the desk, and its echo moves nothing', () => {
    const desk = mirrored()
    const set = (to: 'resolved' | 'closed' | 'open') =>
      desk.ask({ kind: 'change-status', ticketId: botTicket, to, reason: 'so', until: null })
    set('resolved')
    desk.drain()
    expect(desk.seenTopic.isClosed).toBe(true)
    expect(change(desk, true, true)).toEqual([])
    set('closed')
    desk.drain()
    expect(desk.arrived.size).toBe(3)
    set('open')
    desk.drain()
    expect(desk.seenTopic.isClosed).toBe(false)
    change(desk, true, true)
    change(desk, false, true)
    desk.drain()
    expect(desk.seenTopic.isClosed).toBe(false)
    expect(desk.ticket(botTicket).status).toBe('open')
  })

  it('closed by a colleague just before our reopening, heard of only after it, is closed in the end', () => {
    const desk = mirrored()
    const set = (to: 'resolved' | 'open') =>
      desk.ask({ kind: 'change-status', ticketId: botTicket, to, reason: null, until: null })
    set('resolved')
    desk.drain()
    change(desk, true, true)
    set('open')
    desk.drain()
    change(desk, true)
    change(desk, false, true)
    desk.drain()
    expect(desk.ticket(botTicket).status).toBe('resolved')
    expect(desk.seenTopic.isClosed).toBe(true)
  })

  it('reopened by a colleague before our close was answered stays open, and so does the ticket', () => {
    const desk = mirrored()
    desk.ask({ kind: 'change-status', ticketId: botTicket, to: 'resolved', reason: null, until: null })
    const [entry] = desk.state.outbox.values()
    const outboxId = entry?.id ?? ''
    desk.attempt(outboxId)
    change(desk, true, true)
    change(desk, false)
    desk.accept(outboxId, null)
    expect(desk.ticket(botTicket).status).toBe('open')
    expect(desk.state.conversations.get(botTicket)?.mirror?.state).toBe('open')
  })

  const remove = (desk: BotDesk) =>
    desk.deliver([{ kind: 'topic-deleted', chatId: staff.id, topicId: desk.topicId, at: iso(desk.now) }])

  it('deleted is made anew when there is something to show, with a recap', () => {
    const desk = mirrored()
    const first = desk.topicId
    remove(desk)
    desk.drain()
    expect(desk.topics.size).toBe(1)
    desk.says({ text: 'Are you there?' })
    desk.drain()
    expect(desk.topicId).not.toBe(first)
    const { code } = desk.ticket(botTicket)
    expect(desk.texts).toEqual([
      `${code} My card was refused.\nNew\n\nMira: My card was refused.`,
      'Are you there?',
    ])
    desk.answers('Yes')
    desk.drain()
    expect(desk.received).toEqual(['Yes'])
    desk.hearInStaffGroup({ topicId: first, text: 'Into the old one' })
    desk.drain()
    expect(desk.received).toEqual(['Yes'])
  })

  it('deleted is made anew at once on a person’s word, and only once', () => {
    const desk = mirrored()
    remove(desk)
    desk.ask({ kind: 'recreate-topic', ticketId: botTicket })
    desk.ask({ kind: 'recreate-topic', ticketId: botTicket })
    desk.drain()
    expect(desk.topics.size).toBe(2)
    expect(desk.texts).toHaveLength(1)
    expect(desk.refusal({ kind: 'recreate-topic', ticketId: botTicket })).toMatchObject({
      code: 'not-allowed',
    })
  })

  it('deleted while a message was on its way into it is made anew at once, with that message as it is', () => {
    const desk = mirrored()
    desk.says({ text: 'One more', media: [photo('p')] })
    desk.says({ text: 'And this' })
    remove(desk)
    remove(desk)
    desk.drain()
    expect(desk.topics.size).toBe(2)
    expect(desk.texts).toEqual([expect.stringContaining('Mira: My card'), 'One more', 'And this'])
    expect(desk.texts[0]).not.toContain('One more')
    expect(desk.seenTopic.messages[1]?.media).toHaveLength(1)
  })

  it.each(['before', 'after'])(
    'found deleted by a copy, told %s its own deletion, is made anew once',
    (when) => {
      const desk = mirrored()
      const first = desk.topicId
      desk.says({ text: 'One more' })
      const [copy] = waiting(desk)
      const outboxId = copy?.id ?? ''
      desk.attempt(outboxId)
      const told = { kind: 'topic-deleted', chatId: staff.id, topicId: first, at: iso(desk.now) } as const
      const failure = {
        outboxId,
        reason: 'The topic was deleted.',
        uncertain: false,
        isTopicGone: true,
      } as const
      if (when === 'after') desk.deliver([told])
      desk.ask({ kind: 'note-failure', ...failure }, theDesk)
      if (when === 'before') desk.deliver([told])
      desk.drain()
      expect(desk.texts).toEqual([expect.stringContaining('Mira: My card'), 'One more'])
      expect(desk.topics.size).toBe(2)
      expect(desk.journal.recorded.some(({ event }) => event.kind === 'topic-task-failed')).toBe(false)
    },
  )

  it('deleted again under the same message waits for the next word: nobody is chased', () => {
    const desk = mirrored()
    desk.says({ text: 'One more' })
    remove(desk)
    const [create] = waiting(desk)
    desk.attempt(create?.id ?? '')
    if (create) desk.accept(create.id, desk.arrive(create))
    remove(desk)
    expect(desk.state.outbox.size).toBe(0)
    desk.says({ text: 'Hello?' })
    desk.drain()
    expect(desk.texts).toEqual([expect.stringContaining('Mira: One more'), 'Hello?'])
  })

  it('deleted under an album does not hold it back until a clock that was set back comes round again', () => {
    const desk = mirrored()
    desk.says({ text: 'Two pictures', media: [photo('p')], albumId: 'a' })
    desk.now -= day
    remove(desk)
    desk.drain()
    desk.now += 1000
    desk.drain()
    expect(desk.texts).toEqual([expect.stringContaining('Mira: My card'), 'Two pictures'])
  })

  it('deleted again with its recap still on the way begins with one recap', () => {
    const desk = mirrored()
    remove(desk)
    desk.says({ text: 'One more' })
    const [create] = waiting(desk)
    desk.attempt(create?.id ?? '')
    if (create) desk.accept(create.id, desk.arrive(create))
    remove(desk)
    desk.drain()
    expect(desk.texts).toEqual([expect.stringContaining('Mira: My card'), 'One more'])
  })

  it('deleted with nothing but the desk’s own words on their way stays so until something is said', () => {
    const desk = mirrored()
    desk.answers('/resolv')
    remove(desk)
    expect(desk.state.outbox.size).toBe(0)
    desk.reply('Here', { ticketId: botTicket })
    desk.drain()
    expect(desk.texts).toEqual([expect.stringContaining('Mira: My card'), 'Anna: Here'])
    expect(desk.texts[0]).not.toContain('Here')
  })

  it('that cannot be made is said, and tried again at the next message', () => {
    const desk = BotDesk.openBot()
    desk.says({ text: 'One' })
    const [create] = waiting(desk)
    const reason = 'The bot may not make topics.'
    desk.ask({ kind: 'note-failure', outboxId: create?.id ?? '', reason, uncertain: false }, theDesk)
    expect(desk.state.outbox.size).toBe(0)
    desk.says({ text: 'Two' })
    desk.drain()
    expect(desk.texts).toEqual([expect.stringContaining('Mira: One'), 'Two'])
    const lines = desk.itemsOf(botTicket).filter(({ kind }) => kind === 'event')
    expect(lines).toContainEqual(expect.objectContaining({ text: `The topic was not made: ${reason}` }))
  })

  it('that cannot be made is said once, whatever is written meanwhile, and once more when it is there', () => {
    const desk = BotDesk.openBot()
    const reason = 'The bot may not make topics.'
    for (const text of ['One', 'Two', 'Three']) {
      desk.says({ text })
      const [create] = waiting(desk)
      desk.ask({ kind: 'note-failure', outboxId: create?.id ?? '', reason, uncertain: false }, theDesk)
    }
    const lines = () =>
      desk
        .itemsOf(botTicket)
        .flatMap((item) => (item.kind === 'event' && item.icon === 'topic' ? item.text : []))
    const before = [
      expect.stringMatching(/^Copied into .* from here on$/),
      `The topic was not made: ${reason}`,
    ]
    expect(lines()).toEqual(before)
    desk.says({ text: 'Four' })
    desk.drain()
    expect(lines()).toEqual([...before, before[0]])
  })

  it('gets the code of a follow-up ticket', () => {
    const desk = mirrored()
    desk.ask({ kind: 'change-status', ticketId: botTicket, to: 'resolved', reason: null, until: null })
    desk.drain()
    desk.now += 90 * 24 * 60 * minute
    desk.says({ text: 'A new thing' })
    desk.drain()
    const { code } = desk.ticket(`${botTicket}.2`)
    expect(desk.seenTopic).toMatchObject({ title: `${code} A new thing`, isClosed: false })
    expect(desk.texts.at(-1)).toBe('A new thing')
  })
})

describe('between sending and marking', () => {
  it('a topic that was made is known by its title, and is not made twice', () => {
    const desk = BotDesk.openBot()
    desk.says({ text: 'One' })
    const [create] = waiting(desk)
    if (!create) throw new Error('nothing waits')
    desk.attempt(create.id)
    const topicId = desk.arrive(create)
    const { title } = desk.topics.get(topicId) ?? { title: '' }
    desk.deliver([
      { kind: 'topic-created', chatId: staff.id, topicId, title, by: fern.id, at: iso(desk.now) },
    ])
    desk.accept(create.id, topicId)
    desk.drain()
    expect(desk.topics.size).toBe(1)
    expect(desk.texts).toEqual(['One'])
    expect(desk.state.conversations.size).toBe(1)
  })

  it.each(['by its random_id', 'by what it says'])('a copy that arrived is known %s', (how) => {
    const desk = mirrored()
    desk.says({ text: 'Two' })
    const [copy] = waiting(desk)
    if (!copy) throw new Error('nothing waits')
    desk.attempt(copy.id)
    const number = desk.arrive(copy)
    const randomId = how === 'by its random_id' ? copy.id : null
    const echo = desk.inStaffGroup({ number, senderId: fern.id, isOwn: true, randomId, text: 'Two' })
    expect(kinds(desk.deliver([{ kind: 'message', message: echo }]))).toEqual(['topic-task-done'])
    desk.accept(copy.id, number)
    desk.deliver([{ kind: 'message', message: echo }])
    desk.drain()
    expect(desk.texts).toEqual(['My card was refused.', 'Two'])
    expect(desk.received).toEqual([])
  })
})
