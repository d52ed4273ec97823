import { beforeEach, describe, expect, test } from 'vitest'
import type { StoredMedia } from '../../../../src-main/core/conversation/message'
import type { Telegram } from '../../../../src-main/core/ports'
import { Refusal } from '../../../../src-main/core/refusal'
import { ReceivedFiles } from '../../../../src-main/desk/received-files'
import { chatId, iso, nine, theDesk, ticketId } from '../core/desk-on-paper'
import { MemoryRoom } from './memory-room'
import { OpenDesk } from './open-desk'
import { strict } from './strict'

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3)
const media = (fileId: string, name: string): StoredMedia => ({
  ...{
    kind: 'document',
    fileId,
    name,
    mime: 'image/png',
    sizeBytes: 7,
    width: null,
    height: null,
    thumb: null,
  },
  locator: `at ${fileId}`,
})

let open: OpenDesk
let room: MemoryRoom
let fetched: unknown[]
let bytes: Uint8Array
let files: ReceivedFiles

beforeEach(async () => {
  open = await OpenDesk.open()
  room = new MemoryRoom()
  fetched = []
  bytes = jpeg
  const telegram = strict<Telegram>('telegram', {
    download: async (file, message) => {
      fetched.push([file.locator, message])
      return bytes
    },
  })
  files = new ReceivedFiles(open.desk, open.journal, telegram, room)
})

async function receive(fileId: string, name = 'photo.png'): Promise<number> {
  const message = open.message({ media: [media(fileId, name)] })
  await open.deliver([{ kind: 'message', message }])
  return message.number
}

describe('a file', () => {
  test('is fetched once, then read from the profile, by a new start too', async () => {
    const number = await receive('f1')
    expect(await files.bytes(ticketId, 'f1')).toEqual({ name: 'photo.png', bytes: jpeg })
    await files.bytes(ticketId, 'f1')
    const later = new ReceivedFiles(open.desk, open.journal, strict<Telegram>('telegram', {}), room)
    expect((await later.bytes(ticketId, 'f1')).bytes).toEqual(jpeg)
    expect(fetched).toEqual([['at f1', { chatId, number }]])
  })

  test('of a reply is fetched from where it arrived: the group may go under another id by now', async () => {
    await receive('f1')
    const to = '-100777'
    await open.deliver([{ kind: 'group-migrated', from: chatId, to, at: iso(nine) }])
    const outboxId = '77'
    await open.reply(outboxId)
    const sent = { number: 900, sentAt: iso(nine), media: [media('f2', 'form.pdf')] }
    await open.desk.ask({ kind: 'note-sent', outboxId, ...sent }, theDesk)
    await files.bytes(ticketId, 'f2')
    expect(fetched).toEqual([['at f2', { chatId: to, number: 900 }]])
  })

  test('that two ask for at once is fetched once', async () => {
    await receive('f1')
    await Promise.all([files.bytes(ticketId, 'f1'), files.picture(ticketId, 'f1')])
    expect(fetched).toHaveLength(1)
  })

  test('that could not be fetched can be asked for again', async () => {
    await receive('f1')
    let isDown = true
    const telegram = strict<Telegram>('telegram', {
      download: async () => {
        if (isDown) throw new Refusal('offline', 'There is no connection.')
        return jpeg
      },
    })
    const flaky = new ReceivedFiles(open.desk, open.journal, telegram, room)
    await expect(flaky.bytes(ticketId, 'f1')).rejects.toMatchObject({ code: 'offline' })
    expect(room.files.size).toBe(0)
    isDown = false
    expect((await flaky.bytes(ticketId, 'f1')).bytes).toEqual(jpeg)
  })

  test('for which there is no room is shown all the same, and fetched again', async () => {
    await receive('f1')
    room.isFull = true
    expect((await files.bytes(ticketId, 'f1')).bytes).toEqual(jpeg)
    await files.bytes(ticketId, 'f1')
    expect(fetched).toHaveLength(2)
  })

  test('is kept under a name that nothing a stranger wrote is part of', async () => {
    await receive('../../f1', '../../evil.sh')
    await files.bytes(ticketId, '../../f1')
    expect([...room.files.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
  })

  test('is found however far back it came', async () => {
    await receive('f1')
    for (let at = 0; at < 450; at++) await open.note(`n${at}`)
    expect((await files.bytes(ticketId, 'f1')).bytes).toEqual(jpeg)
  })

  test('of a reply that was sent is found by the number of its message', async () => {
    await open.reply('1')
    const sent = { kind: 'note-sent', outboxId: '1', number: 300, sentAt: iso(nine) } as const
    await open.desk.ask({ ...sent, media: [media('f2', 'answer.pdf')] }, theDesk)
    await files.bytes(ticketId, 'f2')
    expect(fetched).toEqual([['at f2', { chatId, number: 300 }]])
  })

  test('that an edit put in a message is fetched from that message', async () => {
    const message = open.message({ media: [media('f1', 'old.pdf')] })
    const after = { ...message, media: [media('f2', 'new.pdf')] }
    await open.deliver([
      { kind: 'message', message },
      { kind: 'message-edited', message: after, editedAt: iso(nine) },
    ])
    expect((await files.bytes(ticketId, 'f2')).name).toBe('new.pdf')
    expect((await files.bytes(ticketId, 'f1')).name).toBe('old.pdf')
    const { number } = message
    expect(fetched).toEqual([
      ['at f2', { chatId, number }],
      ['at f1', { chatId, number }],
    ])
  })

  test('that an edit put in a message of a private chat is fetched from that chat', async () => {
    const mira = '20'
    const account = { id: '99', name: 'Fern', username: 'fern_bot', kind: 'bot' } as const
    await open.desk.ask({ kind: 'sign-in', account }, theDesk)
    const inPrivate = { chatId: `99.${mira}`, topicId: 0, senderId: mira }
    const message = open.message({ ...inPrivate, media: [media('f1', 'old.pdf')] })
    const after = { ...message, media: [media('f2', 'new.pdf')] }
    await open.deliver([
      { kind: 'message', message },
      { kind: 'message-edited', message: after, editedAt: iso(nine) },
    ])
    await files.bytes(`99.${mira}:0`, 'f2')
    expect(fetched).toEqual([['at f2', { chatId: `99.${mira}`, number: message.number }]])
  })

  test.each(['f2', ''])(
    '%j that no message of the ticket has is refused, and not fetched',
    async (fileId) => {
      await receive('f1')
      await expect(files.bytes(ticketId, fileId)).rejects.toMatchObject({ code: 'not-found' })
      await expect(files.bytes('nowhere', 'f1')).rejects.toMatchObject({ code: 'not-found' })
      expect(fetched).toEqual([])
    },
  )

  test('of another ticket cannot be had through this one', async () => {
    await open.topic(8)
    const message = open.message({ topicId: 8, media: [media('f8', 'secret.pdf')] })
    await open.deliver([{ kind: 'message', message }])
    await expect(files.bytes(ticketId, 'f8')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a picture', () => {
  test.each([
    ['image/jpeg', jpeg],
    ['image/png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d)],
    ['image/gif', Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39)],
    ['image/webp', Uint8Array.of(0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50)],
  ] as const)('is %s by its bytes, whatever it is called', async (mime, given) => {
    bytes = given
    await receive('f1', 'invoice.pdf')
    expect(await files.picture(ticketId, 'f1')).toEqual({
      mime,
      base64: Buffer.from(given).toString('base64'),
    })
  })

  test.each([
    ['a page', new TextEncoder().encode('<html><script>')],
    ['a drawing with scripts', new TextEncoder().encode('<svg onload="x">')],
    ['a sound', Uint8Array.of(0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x41, 0x56, 0x45)],
    ['half a head', Uint8Array.of(0x89, 0x50)],
    ['nothing', new Uint8Array()],
  ])('is not %s, though it is called photo.png', async (_, given) => {
    bytes = given
    await receive('f1', 'photo.png')
    await expect(files.picture(ticketId, 'f1')).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
