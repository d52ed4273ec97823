import { beforeEach, describe, expect, test } from 'vitest'
import type { OutgoingFile } from '../../../../src-main/core/outbox/entry'
import { Attachments } from '../../../../src-main/desk/attachments'
import { SpentFiles } from '../../../../src-main/desk/spent-files'
import { byAnna, iso, nine, theDesk, ticketId } from '../core/desk-on-paper'
import { MemoryRoom } from './memory-room'
import { OpenDesk } from './open-desk'
import { settled } from './strict'

let open: OpenDesk
let room: MemoryRoom
let attachments: Attachments
let spent: SpentFiles

beforeEach(async () => {
  open = await OpenDesk.open()
  room = new MemoryRoom()
  attachments = new Attachments(room)
  spent = new SpentFiles(room, attachments, open.log)
  open.desk.onCommit(({ before, after }) => spent.follow(before, after))
})

async function chosen(name: string): Promise<string> {
  return (await attachments.add(name, 'text/plain', Uint8Array.of(1))).id
}

/** Queues a reply with files, as the command does. */
async function queue(outboxId: string, ids: readonly string[]): Promise<readonly OutgoingFile[]> {
  const files = attachments.take(ids)
  await open.reply(outboxId, { files })
  attachments.forget(ids)
  return files
}

async function send(outboxId: string): Promise<void> {
  await open.desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
  await open.desk.ask({ kind: 'note-sent', outboxId, number: 300, sentAt: iso(nine), media: [] }, theDesk)
  await settled()
}

describe('the files of a reply', () => {
  test('go when it was sent, and no others', async () => {
    await queue('1', [await chosen('a.txt'), await chosen('b.txt')])
    await queue('2', [await chosen('c.txt')])
    await chosen('d.txt')
    await send('1')
    expect([...room.files.keys()]).toEqual(['3-c.txt', '4-d.txt'])
  })

  test('go when it was taken back', async () => {
    await queue('1', [await chosen('a.txt')])
    await open.desk.ask({ kind: 'discard-reply', ticketId, outboxId: '1' }, byAnna)
    await settled()
    expect(room.files.size).toBe(0)
  })

  test('stay while it waits, is tried, fails, may have arrived, and is tried again', async () => {
    await queue('1', [await chosen('a.txt')])
    await open.desk.ask({ kind: 'note-attempt', outboxId: '1' }, theDesk)
    const failure = { kind: 'note-failure', outboxId: '1', reason: 'Perhaps.', uncertain: true } as const
    await open.desk.ask(failure, theDesk)
    await open.desk.ask({ kind: 'retry-reply', ticketId, outboxId: '1' }, byAnna)
    await settled()
    expect(room.removed).toEqual([])
  })

  test('stay until it is durable that it was sent', async () => {
    await queue('1', [await chosen('a.txt')])
    open.journal.hold()
    const sent = send('1').catch(() => 'refused')
    await settled()
    expect(room.removed).toEqual([])
    open.journal.refuse()
    expect(await sent).toBe('refused')
    expect(room.removed).toEqual([])
  })

  test('stay when another reply names them too, until that has gone as well', async () => {
    const id = await chosen('a.txt')
    const files = attachments.take([id])
    await queue('1', [id])
    await open.reply('2', { files })
    await send('1')
    expect(room.removed).toEqual([])
    await open.desk.ask({ kind: 'discard-reply', ticketId, outboxId: '2' }, byAnna)
    await settled()
    expect(room.removed).toEqual(['1-a.txt'])
  })

  test('stay while the composer still has them', async () => {
    const files = attachments.take([await chosen('a.txt')])
    await open.reply('1', { files })
    await send('1')
    expect(room.removed).toEqual([])
  })
})

describe('at the start', () => {
  test('what no waiting reply names is removed, what one names stays', async () => {
    await queue('1', [await chosen('a.txt')])
    await queue('2', [await chosen('b.txt')])
    await open.desk.ask({ kind: 'note-attempt', outboxId: '2' }, theDesk)
    const failure = { kind: 'note-failure', outboxId: '2', reason: 'No.', uncertain: false } as const
    await open.desk.ask(failure, theDesk)
    await room.keep('never-sent.txt', Uint8Array.of(1))
    await spent.sweep(open.desk.state)
    expect(room.removed).toEqual(['3-never-sent.txt'])
  })

  test('a room that cannot be looked into keeps nobody from working', async () => {
    room.list = () => Promise.reject(new Error('locked'))
    await spent.sweep(open.desk.state)
    expect(open.log.errors).toEqual(['files left behind could not be looked for'])
  })

  test('a file that cannot be removed does not keep the others', async () => {
    await room.keep('a.txt', Uint8Array.of(1))
    await room.keep('b.txt', Uint8Array.of(1))
    const remove = room.remove.bind(room)
    room.remove = async (path) => {
      if (path === '1-a.txt') throw new Error('in use')
      await remove(path)
    }
    await spent.sweep(open.desk.state)
    expect([...room.files.keys()]).toEqual(['1-a.txt'])
    expect(open.log.errors).toEqual(['a file that was sent could not be removed'])
  })
})
