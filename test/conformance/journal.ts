import { afterEach, describe, expect, test } from 'vitest'
import type { StoredMedia } from '../../src-main/core/conversation/message'
import type { DeskEvent } from '../../src-main/core/desk/events'
import type { Journal } from '../../src-main/core/ports'
import { chatId, created, draft, edited, emptySmall, mark, queued, received, sent, step } from './small-desk'

const conversation = `${chatId}:5`

/** What every journal must do. `open` gives an empty one with the small desk's fold. */
export function describeJournal(name: string, open: () => Promise<Journal>): void {
  const opened: Journal[] = []
  const start = async () => {
    const journal = await open()
    opened.push(journal)
    return journal
  }
  const tell = async (journal: Journal, ...events: readonly DeskEvent[]) => {
    const { recorded, next } = step(journal.state, ...events)
    await journal.append(recorded, next)
    return recorded
  }

  describe(`${name} is a journal`, () => {
    afterEach(async () => {
      for (const journal of opened.splice(0)) await journal.close()
    })

    test('a new one is a desk on its first day', async () => {
      const journal = await start()
      expect(journal.state).toEqual(emptySmall)
      expect(journal.read(conversation, { limit: 10 })).toEqual([])
      expect(journal.find(chatId, 1)).toBeNull()
      expect(journal.latest(chatId, 1)).toBeNull()
    })

    test('its state moves on when an append is durable, not before', async () => {
      const journal = await start()
      const { recorded, next } = step(journal.state, created(5), mark('pts', '1'))
      const durable = journal.append(recorded, next)
      expect(journal.state.seq).toBe(0)
      await durable
      expect(journal.state).toBe(next)
    })

    test('a conversation is read newest first, without what belongs to others', async () => {
      const journal = await start()
      await tell(journal, created(5), received(5, 1, 'a'), mark('pts', '1'), received(6, 2, 'other'))
      await tell(journal, received(5, 3, 'b'), draft(5, 'dear'))
      const seqs = (options: { before?: number; limit: number }) =>
        journal.read(conversation, options).map(({ seq }) => seq)
      expect(seqs({ limit: 10 })).toEqual([6, 5, 2, 1])
      expect(seqs({ limit: 2 })).toEqual([6, 5])
      expect(seqs({ limit: 2, before: 5 })).toEqual([2, 1])
      expect(seqs({ limit: 2, before: 1 })).toEqual([])
      expect(seqs({ limit: 0 })).toEqual([])
    })

    test('what is read is what was appended', async () => {
      const journal = await start()
      const words = 'Zeile\nзвук 👩🏽‍🚀 "quoted" \u202e\u0000 \\ \ud800'
      const recorded = await tell(journal, received(5, 1, words))
      expect(journal.read(conversation, { limit: 1 })).toEqual(recorded)
      expect(journal.latest(chatId, 1)?.text).toBe(words)
    })

    test('a message is found by chat and number, in whatever order it came', async () => {
      const journal = await start()
      for (const number of [9, 3, 7, 1, 8, 2]) await tell(journal, received(5, number, `text ${number}`))
      const here = { conversationId: conversation, ticketId: conversation }
      for (const number of [1, 2, 3, 7, 8, 9]) {
        expect(journal.find(chatId, number)).toEqual(here)
        expect(journal.latest(chatId, number)?.text).toBe(`text ${number}`)
      }
      expect(journal.find(chatId, 4)).toBeNull()
      expect(journal.find('-1002', 9)).toBeNull()
    })

    test('our own reply is found by the number Telegram gave it, with the text and place it was queued with', async () => {
      const journal = await start()
      await tell(journal, created(5), queued(5, '77', 'On its way.'))
      expect(journal.find(chatId, 12)).toBeNull()
      await tell(journal, received(5, 11, 'hello?'), sent(5, '77', 12))
      expect(journal.find(chatId, 12)).toEqual({ conversationId: conversation, ticketId: conversation })
      expect(journal.latest(chatId, 12)).toMatchObject({ text: 'On its way.', position: 2 })
    })

    test('a message of a private chat is found by its account, which numbers those of all its chats', async () => {
      const journal = await start()
      const home = { conversationId: '7.20:0', ticketId: '7.20:0' }
      const [arrived, edit] = [received(5, 1, 'one'), edited(5, 1, 'eins')]
      if (arrived.kind !== 'message-received' || edit.kind !== 'message-edited')
        throw new Error('other words')
      const message = { ...arrived.message, chatId: '7.20', topicId: 0 }
      await tell(journal, { ...arrived, ...home, message }, { ...edit, ...home, messageId: '7./1' })
      await tell(journal, { ...queued(5, '77', 'On its way.'), ...home } as DeskEvent)
      await tell(journal, { ...sent(5, '77', 2), ...home } as DeskEvent)
      for (const chat of ['7.20', '7.', '7.99']) {
        expect(journal.find(chat, 1)).toEqual(home)
        expect(journal.latest(chat, 1)?.text).toBe('eins')
        expect(journal.latest(chat, 2)?.text).toBe('On its way.')
      }
      expect(journal.find('8.20', 1)).toBeNull()
    })

    test('the newest text of an edited message is the last edit, its place stays', async () => {
      const journal = await start()
      await tell(journal, received(5, 1, 'one'), received(5, 2, 'two'))
      await tell(journal, edited(5, 1, 'uno'))
      await tell(journal, edited(5, 1, 'eins'), received(5, 3, 'three'))
      expect(journal.latest(chatId, 1)).toMatchObject({ text: 'eins', position: 1 })
      expect(journal.latest(chatId, 2)).toMatchObject({ text: 'two', position: 2 })
    })

    test('the files of a message are those of its newest edit that tells some, else those it came with', async () => {
      const journal = await start()
      const file = (fileId: string): StoredMedia => ({
        ...{ kind: 'photo', fileId, name: 'p.jpg', mime: 'image/jpeg', sizeBytes: 1 },
        ...{ width: 1, height: 1, thumb: null, locator: 'x' },
      })
      const [arrived, edit, reply] = [received(5, 1, 'one'), edited(5, 1, 'eins'), sent(5, '77', 2)]
      if (
        arrived.kind !== 'message-received' ||
        edit.kind !== 'message-edited' ||
        reply.kind !== 'reply-sent'
      )
        throw new Error('other words')
      await tell(journal, { ...arrived, message: { ...arrived.message, media: [file('a')] } }, edit)
      expect(journal.latest(chatId, 1)).toMatchObject({ text: 'eins', media: [{ fileId: 'a' }] })
      await tell(journal, { ...edit, media: [file('b')] })
      expect(journal.latest(chatId, 1)?.media).toMatchObject([{ fileId: 'b' }])
      await tell(journal, queued(5, '77', 'On its way.'), { ...reply, media: [file('c')] })
      expect(journal.latest(chatId, 2)).toMatchObject({ text: 'On its way.', media: [{ fileId: 'c' }] })
      await tell(journal, queued(5, '78', 'And more.'), sent(5, '78', 3))
      expect(journal.latest(chatId, 3)).toMatchObject({ text: 'And more.', media: null })
    })

    test('appends in flight are kept in order', async () => {
      const journal = await start()
      let { state } = journal
      const durable: Promise<void>[] = []
      for (let number = 1; number <= 50; number++) {
        const { recorded, next } = step(state, received(5, number, 'x'), mark('pts', String(number)))
        durable.push(journal.append(recorded, next))
        state = next
      }
      await Promise.all(durable)
      expect(journal.state).toBe(state)
      expect(journal.read(conversation, { limit: 100 }).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 50 }, (_, at) => 99 - at * 2),
      )
    })

    test('events out of turn are refused and change nothing', async () => {
      const journal = await start()
      await tell(journal, created(5))
      const stale = step(emptySmall, created(6))
      await expect(journal.append(stale.recorded, stale.next)).rejects.toThrow()
      const ahead = step({ ...journal.state, seq: 2 }, created(6))
      await expect(journal.append(ahead.recorded, ahead.next)).rejects.toThrow()
      expect(journal.state.seq).toBe(1)
      await tell(journal, created(6))
      expect(journal.state.seq).toBe(2)
    })

    test('an append of nothing resolves behind what is in flight', async () => {
      const journal = await start()
      const { recorded, next } = step(journal.state, created(5))
      const first = journal.append(recorded, next)
      await journal.append([], next)
      expect(journal.state).toBe(next)
      await first
    })
  })
}
