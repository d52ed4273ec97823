import { describe, expect, it } from 'vitest'
import { entriesInOrder } from '../../../../../src-main/core/outbox/entries'
import { helper, iso, ravi, theDesk } from '../desk-on-paper'
import { type BotDesk, botChat, botTicket, fern, staff } from '../telegram-on-paper'
import { mirrored, photo } from './mirrored'

describe('in the staff group', () => {
  it('nothing is heard in General, in other topics, or of bots', () => {
    const desk = mirrored()
    const before = desk.state.outbox.size
    desk.hearInStaffGroup({ topicId: 1, text: 'Lunch?' })
    desk.hearInStaffGroup({ topicId: 4242, text: 'Lunch?' })
    desk.answers('I am a bot', { senderId: helper.id })
    desk.answers('I am this bot', { senderId: fern.id, isOwn: true })
    desk.drain()
    expect(desk.state.outbox.size).toBe(before)
    expect(desk.received).toEqual([])
    expect(desk.state.conversations.size).toBe(1)
  })

  it('commands do what they do at the desk, are answered, and are not sent', () => {
    const desk = mirrored()
    const { code } = desk.ticket(botTicket)
    desk.answers('/claim')
    expect(desk.ticket(botTicket)).toMatchObject({ assignee: ravi.id, status: 'in_progress' })
    desk.answers('/wait@fern_bot')
    expect(desk.ticket(botTicket).status).toBe('pending_customer')
    desk.answers('/hold the bank is asked')
    expect(desk.ticket(botTicket)).toMatchObject({ status: 'on_hold', holdReason: 'the bank is asked' })
    desk.answers('/resolve')
    expect(desk.ticket(botTicket).status).toBe('resolved')
    desk.answers('/reopen')
    expect(desk.ticket(botTicket).status).toBe('in_progress')
    desk.answers('// she is a regular')
    desk.answers('/note call her')
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.seenTopic.isClosed).toBe(false)
    expect(desk.texts).toContain(`Topicdesk: Ravi has ${code} now.`)
    const notes = desk.itemsOf(botTicket).filter(({ kind }) => kind === 'note')
    expect(notes.map((item) => 'text' in item && item.text)).toEqual(['she is a regular', 'call her'])
  })

  it('a command told twice is obeyed once, and a refused one says why', () => {
    const desk = mirrored()
    desk.answers('/claim')
    const told = desk.inStaffGroup({ text: '/claim', senderId: '10' })
    desk.deliver([{ kind: 'message', message: told }])
    desk.deliver([{ kind: 'message', message: told }])
    desk.drain()
    expect(desk.texts.filter((text) => text.includes('Already'))).toEqual(["Topicdesk: Already Ravi's."])
  })

  it('a command for what is so already says that, and claims nothing', () => {
    const desk = mirrored()
    const { code } = desk.ticket(botTicket)
    desk.answers('/claim')
    desk.answers('/reopen')
    desk.answers('/resolve')
    desk.answers('/resolve')
    desk.drain()
    expect(desk.texts).toContain(`Topicdesk: ${code} is in progress already.`)
    expect(desk.texts).toContain(`Topicdesk: ${code} is resolved already.`)
    expect(desk.texts.filter((text) => text.includes('Ravi resolved'))).toHaveLength(1)
  })

  it('a note under a file stays with the team, and so does the file', () => {
    const desk = mirrored()
    desk.answers('// her passport', { media: [photo('a')] })
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.texts.at(-1)).toContain('It was not sent. What came with it is in this topic only.')
    const notes = desk.itemsOf(botTicket).filter(({ kind }) => kind === 'note')
    expect(notes).toMatchObject([{ text: 'her passport' }])
  })

  it.each([0, 1, 2])('an album with a note under its picture %i stays with the team', (under) => {
    const desk = mirrored()
    for (const at of [0, 1, 2])
      desk.answers(at === under ? '/note her passport' : '', { media: [photo(`${at}`)], albumId: 'one' })
    desk.answers('', { media: [photo('b')], albumId: 'two' })
    desk.now += 1000
    desk.drain()
    expect(desk.customer.filter(({ by }) => by === 'desk').map(({ media }) => media)).toEqual([[photo('b')]])
    expect(desk.itemsOf(botTicket).filter(({ kind }) => kind === 'note')).toHaveLength(1)
  })

  it('what colleagues and the desk say leaves the drafts of the agent as they are', () => {
    const desk = mirrored()
    for (const mode of ['reply', 'note'] as const)
      desk.ask({ kind: 'save-draft', ticketId: botTicket, mode, text: `Half a ${mode}`, replyTo: null })
    desk.answers('I look into it')
    desk.answers('// she is a regular')
    desk.drain()
    const drafts = [...desk.state.drafts.values()].map(({ text }) => text)
    expect(drafts.sort()).toEqual(['Half a note', 'Half a reply'])
  })

  it('an admin who writes as the group answers, and the group has no ticket of it', () => {
    const desk = mirrored()
    const senderId = `group:${staff.id}`
    desk.answers('/claim', { senderId })
    desk.answers('On its way', { senderId })
    desk.drain()
    expect(desk.received).toEqual(['On its way'])
    expect(desk.ticket(botTicket)).toMatchObject({ assignee: null, status: 'in_progress' })
    expect(desk.texts.at(-1)).toContain('Write in your own name to claim it.')
    desk.reply('Hello', { ticketId: botTicket })
  })

  it('what is said behind a command is its reason', () => {
    const desk = mirrored()
    desk.answers('/resolve refunded by the bank')
    desk.answers('/reopen she wrote to me')
    const lines = desk.itemsOf(botTicket).flatMap((item) => (item.kind === 'event' ? item.text : []))
    expect(lines).toContain('Ravi resolved this: refunded by the bank')
    expect(lines).toContain('Ravi reopened this: she wrote to me')
  })

  it('an unknown command is not sent, a path is', () => {
    const desk = mirrored()
    desk.answers('/resolv')
    desk.answers('/constructor')
    desk.answers('/etc/hosts has it')
    desk.drain()
    expect(desk.received).toEqual(['/etc/hosts has it'])
    expect(desk.texts.filter((text) => text.includes('is no command here'))).toHaveLength(2)
  })

  it('an edit follows at the customer, and shows at the desk', () => {
    const desk = mirrored()
    const told = desk.inStaffGroup({ text: 'On its wy' })
    desk.deliver([{ kind: 'message', message: told }])
    desk.drain()
    const edit = {
      kind: 'message-edited',
      message: { ...told, text: 'On its way' },
      editedAt: iso(desk.now),
    } as const
    desk.deliver([edit])
    desk.deliver([edit])
    expect(desk.state.outbox.size).toBe(1)
    desk.drain()
    expect(desk.received).toEqual(['On its way'])
    const item = desk.itemsOf(botTicket).find((one) => one.kind === 'message' && one.side === 'team')
    expect(item).toMatchObject({ text: 'On its way', versions: [{ text: 'On its wy' }] })
  })

  it('an edit changes no row that happens to show a customer’s message of the same number', () => {
    const desk = mirrored()
    const told = desk.inStaffGroup({ text: 'On its wy' })
    desk.deliver([{ kind: 'message', message: told }])
    desk.drain()
    desk.says({ text: 'Thanks', number: told.number })
    const message = { ...told, text: 'On its way' }
    desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    expect(desk.ticket(botTicket).last?.text).toBe('Thanks')
  })

  it('an edit that comes before the reply went out follows it', () => {
    const desk = mirrored()
    const told = desk.inStaffGroup({ text: 'On its wy' })
    desk.deliver([{ kind: 'message', message: told }])
    const message = { ...told, text: 'On its way' }
    desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    desk.drain()
    expect(desk.received).toEqual(['On its way'])
  })

  /** Ravi's reply is at the customer, and Telegram has not said under which number. */
  const unnamed = (desk: BotDesk, text: string) => {
    const told = desk.inStaffGroup({ text })
    desk.deliver([{ kind: 'message', message: told }])
    const [reply] = entriesInOrder(desk.state, botTicket)
    if (!reply) throw new Error('nothing waits')
    desk.attempt(reply.id)
    const number = desk.arrive(reply)
    desk.accept(reply.id, null)
    const rewrite = (words: string) =>
      desk.deliver([{ kind: 'message-edited', message: { ...told, text: words }, editedAt: iso(desk.now) }])
    const echo = (randomId: string | null = reply.id) =>
      desk.hear({
        ...{ chatId: botChat, topicId: 0, senderId: fern.id, isOwn: true },
        ...{ number, randomId, text },
      })
    return { told, rewrite, echo }
  }

  it.each(['by its random_id', 'by what it says'])(
    'an edit follows a reply whose number came only with a late echo, known %s',
    (how) => {
      const desk = mirrored()
      const { rewrite, echo } = unnamed(desk, 'On its wy')
      if (how === 'by its random_id') echo()
      else echo(null)
      rewrite('On its way')
      desk.drain()
      expect(desk.received).toEqual(['On its way'])
      expect(desk.state).toEqual(desk.replayed())
    },
  )

  it('an edit made before the late echo is said to wait for it, and follows then', () => {
    const desk = mirrored()
    const { rewrite, echo } = unnamed(desk, 'On its wy')
    rewrite('On its way')
    desk.drain()
    expect(desk.received).toEqual(['On its wy'])
    expect(desk.texts.at(-1)).toContain('it changes when it does')
    echo()
    desk.drain()
    expect(desk.received).toEqual(['On its way'])
    const edits = desk.journal.recorded.filter(({ event }) => event.kind === 'message-edited')
    expect(edits.at(-1)?.by).toEqual({ kind: 'agent', id: ravi.id })
  })

  it('a reply deleted before its late echo is said to stay with the customer', () => {
    const desk = mirrored()
    const { told } = unnamed(desk, 'There')
    deleteReply(desk, told.number)
    desk.drain()
    expect(desk.texts.at(-1)).toContain('The customer still has it.')
    expect(deleteReply(desk, told.number), 'told twice').toEqual([])
  })

  it('a reply deleted before it went out does not go out; after that, it is said that it stays', () => {
    const desk = mirrored()
    desk.answers('Never mind')
    const waiting = desk.number
    desk.deliver([{ kind: 'messages-deleted', chatId: staff.id, numbers: [waiting], at: iso(desk.now) }])
    desk.drain()
    expect(desk.received).toEqual([])
    desk.answers('There')
    const sent = desk.number
    desk.drain()
    desk.deliver([{ kind: 'messages-deleted', chatId: staff.id, numbers: [sent], at: iso(desk.now) }])
    desk.drain()
    expect(desk.received).toEqual(['There'])
    expect(desk.texts.at(-1)).toContain('The customer still has it.')
    expect(deleteReply(desk, sent), 'told twice').toEqual([])
  })

  const deleteReply = (desk: BotDesk, number: number) =>
    desk.deliver([{ kind: 'messages-deleted', chatId: staff.id, numbers: [number], at: iso(desk.now) }])
  const inOutbox = (desk: BotDesk) =>
    entriesInOrder(desk.state, botTicket).flatMap((entry) => (entry.kind === 'reply' ? [entry] : []))

  it('a reply deleted while it is under way goes on, and that is said', () => {
    const desk = mirrored()
    desk.answers('On its way')
    const number = desk.number
    const [reply] = inOutbox(desk)
    if (!reply) throw new Error('nothing waits')
    desk.attempt(reply.id)
    deleteReply(desk, number)
    expect(inOutbox(desk)).toMatchObject([{ id: reply.id, state: { kind: 'attempted' } }])
    desk.accept(reply.id, desk.arrive(reply))
    desk.drain()
    expect(desk.received).toEqual(['On its way'])
    expect(desk.texts.at(-1)).toContain('It was already on its way to the customer.')
  })

  it('a reply that may have arrived is not dropped when it is deleted: that is said, and it can be checked', () => {
    const desk = mirrored()
    desk.answers('Perhaps there')
    const number = desk.number
    const [reply] = inOutbox(desk)
    const outboxId = reply?.id ?? ''
    desk.attempt(outboxId)
    const reason = 'Perhaps sent. Check in Telegram.'
    desk.ask({ kind: 'note-failure', outboxId, reason, uncertain: true }, theDesk)
    deleteReply(desk, number)
    desk.drain()
    expect(inOutbox(desk)).toMatchObject([{ id: outboxId, state: { kind: 'failed', uncertain: true } }])
    expect(desk.texts.at(-1)).toContain('It may have reached the customer')
    const lines = desk.itemsOf(botTicket).flatMap((item) => (item.kind === 'event' ? item.text : []))
    expect(lines.join('\n')).toContain('It may have reached the customer')
  })

  it('a reply that Telegram refused goes when it is deleted, and nothing more is said of it', () => {
    const desk = mirrored()
    desk.answers('Never there')
    const number = desk.number
    const [reply] = inOutbox(desk)
    const outboxId = reply?.id ?? ''
    desk.attempt(outboxId)
    desk.ask({ kind: 'note-failure', outboxId, reason: 'No.', uncertain: false }, theDesk)
    desk.drain()
    const said = desk.texts
    deleteReply(desk, number)
    desk.drain()
    expect(inOutbox(desk)).toEqual([])
    expect(desk.texts).toEqual(said)
  })

  it('the customer’s edit changes the copy, or is said where the copy is not known', () => {
    const desk = mirrored()
    const message = desk.message({ chatId: botChat, topicId: 0, text: 'My card is refsed' })
    desk.deliver([{ kind: 'message', message }])
    const edit = (text: string) =>
      desk.deliver([{ kind: 'message-edited', message: { ...message, text }, editedAt: iso(desk.now) }])
    edit('My card is refused')
    desk.drain()
    expect(desk.texts.slice(1)).toEqual(['My card is refsed', 'Edited: My card is refused'])
    edit('My card was refused')
    desk.drain()
    expect(desk.texts.slice(1)).toEqual(['My card was refused', 'Edited: My card is refused'])
  })
})
