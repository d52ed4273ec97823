import { describe, expect, it } from 'vitest'
import type { IncomingMessage } from '../../../../../src-main/core/conversation/message'
import { timelineChanges } from '../../../../../src-main/core/conversation/timeline-changes'
import { anna, chatId, DeskOnPaper, iso, kinds, theDesk, ticketId } from '../desk-on-paper'
import { mirrored, photo } from '../mirror/mirrored'
import { type BotDesk, botChat, botTicket, fern } from '../telegram-on-paper'

const edit = (desk: DeskOnPaper, message: IncomingMessage) =>
  desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
const shown = (desk: DeskOnPaper, id = ticketId) =>
  desk.itemsOf(id).flatMap((item) => (item.kind === 'message' && item.media.length > 0 ? [item] : []))
const reasons = (desk: DeskOnPaper) =>
  desk.journal.recorded.flatMap(({ event }) => (event.kind === 'not-carried' ? [event.reason] : []))

function withPhoto(text = 'The gear'): { readonly desk: DeskOnPaper; readonly message: IncomingMessage } {
  const desk = DeskOnPaper.open()
  desk.topic()
  const message = desk.message({ text, media: [photo('a')] })
  desk.deliver([{ kind: 'message', message }])
  return { desk, message }
}

describe('an edit that puts another file in a message', () => {
  it('is news though the words are the same, and once though it is told twice', () => {
    const { desk, message } = withPhoto()
    const other = { ...message, media: [photo('b')] }
    expect(edit(desk, other)).toMatchObject([{ kind: 'message-edited', media: [{ fileId: 'b' }] }])
    expect(edit(desk, other)).toEqual([])
    expect(shown(desk)).toMatchObject([
      { text: 'The gear', media: [{ fileId: 'b' }], versions: [{ media: [{ fileId: 'a' }] }] },
    ])
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('told twice in one delivery is told once', () => {
    const { desk, message } = withPhoto()
    const media = [photo('b')]
    const told = { kind: 'message-edited', editedAt: iso(desk.now) } as const
    const events = desk.deliver([
      { ...told, message: { ...message, media } },
      { ...told, message: { ...message, media, text: 'The wheel' } },
      { ...told, message: { ...message, media, text: 'The wheel' } },
    ])
    expect(kinds(events)).toEqual(['message-edited', 'message-edited'])
  })

  it('shows in an album of ours whichever part it is of, at once, and no part that was deleted', () => {
    const desk = DeskOnPaper.open()
    desk.topic()
    desk.hear()
    const file = { path: 'x', name: 'x.jpg', mime: 'image/jpeg', sizeBytes: 10 }
    const files = ['f1', 'f2', 'f3'].map((id) => ({ ...file, id }))
    const outboxId = desk.reply('Three', { files })
    desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
    const own = { senderId: anna.id, isOwn: true, albumId: 'ours' } as const
    const part = (fileId: string, more: Partial<IncomingMessage> = {}) =>
      desk.message({ ...own, text: '', media: [photo(fileId)], ...more })
    const parts = [part('a', { randomId: outboxId, text: 'Three' }), part('b'), part('c')]
    desk.deliver(parts.map((message) => ({ kind: 'message', message }) as const))
    expect(shown(desk).map(({ media }) => media.map(({ fileId }) => fileId))).toEqual([['a', 'b', 'c']])
    const [, second, third] = parts
    if (!second || !third) throw new Error('no parts')
    const from = desk.journal.recorded.length
    edit(desk, { ...second, media: [photo('d')] })
    desk.deliver([{ kind: 'messages-deleted', chatId, numbers: [third.number], at: iso(desk.now) }])
    const told = timelineChanges(desk.journal.recorded.slice(from), {
      ...{ events: desk.journal, state: desk.state, linkOf: () => desk.link, pausedUntil: () => null },
    })
    expect(told).toMatchObject([
      { items: [{ id: `o:${outboxId}`, media: [{ fileId: 'a' }, { fileId: 'd' }] }] },
    ])
    expect(shown(desk).map(({ media }) => media.map(({ fileId }) => fileId))).toEqual([['a', 'd']])
  })

  it('can be taken back, and the words can change before and after it', () => {
    const { desk, message } = withPhoto()
    edit(desk, { ...message, text: 'The wheel' })
    edit(desk, { ...message, text: 'The wheel', media: [photo('b')] })
    edit(desk, { ...message, text: 'A wheel', media: [photo('b')] })
    expect(edit(desk, { ...message, text: 'A wheel', media: [photo('a')] })).toHaveLength(1)
    const [item] = shown(desk)
    expect(item?.media).toMatchObject([{ fileId: 'a' }])
    expect(item?.versions.map(({ text, media }) => [text, media?.[0]?.fileId])).toEqual([
      ['The gear', undefined],
      ['The wheel', 'a'],
      ['The wheel', undefined],
      ['A wheel', 'b'],
    ])
  })

  it('shows in the row of its ticket where it has no words, and words alone leave the file', () => {
    const { desk, message } = withPhoto('')
    edit(desk, { ...message, media: [{ ...photo('b'), kind: 'document' }] })
    expect(desk.ticket().last?.text).toBe('File')
    expect(edit(desk, { ...message, media: [] })).toEqual([])
  })

  it('may be the first file of the message', () => {
    const { desk, message } = withPhoto()
    const words = { ...message, number: ++desk.number, text: 'And', media: [] }
    desk.deliver([{ kind: 'message', message: words }])
    edit(desk, { ...words, media: [photo('b')] })
    expect(shown(desk)[1]).toMatchObject({ text: 'And', media: [{ fileId: 'b' }], versions: [{ media: [] }] })
  })

  it('of a reply in several messages leaves the files behind it', () => {
    const { desk } = withPhoto()
    const outboxId = desk.reply('Both sides')
    desk.ask({ kind: 'note-attempt', outboxId }, { kind: 'desk' })
    const number = ++desk.number
    const media = [photo('x'), photo('y')]
    desk.ask({ kind: 'note-sent', outboxId, number, sentAt: iso(desk.now), media }, { kind: 'desk' })
    const own = { number, senderId: '10', isOwn: true }
    const echo = desk.message({ ...own, text: 'Both sides', media: [photo('x')] })
    expect(edit(desk, echo)).toEqual([])
    edit(desk, { ...echo, media: [photo('z')] })
    expect(shown(desk).at(-1)).toMatchObject({ media: [{ fileId: 'z' }, { fileId: 'y' }] })
  })

  it('of a message whose files are not known is no news', () => {
    const { desk } = withPhoto()
    const number = desk.send(desk.reply('Here'), { text: 'Here' })
    const own = desk.message({ number, senderId: '10', isOwn: true, text: 'Here', media: [photo('x')] })
    expect(edit(desk, own)).toEqual([])
  })
})

describe('where a chat is copied into the staff group', () => {
  function copied(): { readonly desk: BotDesk; readonly message: IncomingMessage } {
    const desk = mirrored()
    const message = desk.message({ chatId: botChat, topicId: 0, text: 'The gear', media: [photo('a')] })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    return { desk, message }
  }

  it('the topic gets the photo by which the customer replaced one, below its copy, once', () => {
    const { desk, message } = copied()
    const copy = desk.seenTopic.messages.at(-1)
    for (let times = 0; times < 2; times++) edit(desk, { ...message, media: [photo('b')] })
    desk.drain()
    expect(reasons(desk)).toEqual([])
    expect(desk.texts.slice(2)).toEqual(['Topicdesk: Mira replaced the photo of this message. The new one:'])
    expect(desk.seenTopic.messages.at(-1)).toMatchObject({ replyTo: copy?.number, media: [{ fileId: 'b' }] })
    expect(shown(desk, botTicket).at(-1)?.media).toMatchObject([{ fileId: 'b' }])
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('words that change with the photo change in the copy too', () => {
    const { desk, message } = copied()
    edit(desk, { ...message, text: 'The wheel', media: [{ ...photo('b'), kind: 'video' }] })
    desk.drain()
    expect(desk.texts.slice(1)).toEqual([
      'The wheel',
      'Topicdesk: Mira replaced the file of this message. The new one:',
    ])
    edit(desk, { ...message, text: 'A wheel', media: [{ ...photo('b'), kind: 'video' }] })
    desk.drain()
    expect(desk.seenTopic.messages.at(-1)).toMatchObject({ media: [{ fileId: 'b' }] })
    expect(desk.texts.slice(1)).toEqual([
      'A wheel',
      'Topicdesk: Mira replaced the file of this message. The new one:',
    ])
  })

  it('what another program replaces in the bot’s chat is said as the bot’s', () => {
    const desk = mirrored()
    const own = { chatId: botChat, topicId: 0, senderId: fern.id, isOwn: true, text: 'Look' }
    const message = desk.message({ ...own, media: [photo('a')] })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    edit(desk, { ...message, media: [photo('b')] })
    desk.drain()
    expect(desk.texts.at(-1)).toBe('Topicdesk: Fern replaced the photo of this message. The new one:')
  })

  it('a colleague who replaces a photo there is told that the customer does not get it', () => {
    const desk = mirrored()
    const message = desk.inStaffGroup({ text: 'See here', media: [photo('a')] })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    const received = [...desk.received]
    for (let times = 0; times < 2; times++) edit(desk, { ...message, media: [photo('b')] })
    desk.drain()
    const reason =
      'Ravi replaced the photo of a message in the staff group. The customer does not get the new one.'
    expect(reasons(desk)).toEqual([reason])
    expect(desk.texts.at(-1)).toBe(`Topicdesk: ${reason}`)
    expect(desk.received).toEqual(received)
    expect(shown(desk, botTicket).at(-1)?.media).toMatchObject([{ fileId: 'a' }])
  })

  it('nothing is said of a command’s file: nobody gets commands', () => {
    const desk = mirrored()
    const message = desk.inStaffGroup({ text: '/note see here', media: [photo('a')] })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    edit(desk, { ...message, media: [photo('b')] })
    expect(reasons(desk)).toEqual([])
  })
})
