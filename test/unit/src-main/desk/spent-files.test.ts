import { beforeEach, describe, expect, test } from 'vitest'
import type { OutgoingFile } from '../../../../src-main/core/outbox/entry'
import { Attachments } from '../../../../src-main/desk/attachments'
import { filesOfDrafts, SpentFiles } from '../../../../src-main/desk/spent-files'
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
  attachments = new Attachments(room, () => filesOfDrafts(open.desk.state))
  spent = new SpentFiles(room, open.log, () => open.desk.decided)
  open.desk.onCommit((commit) => spent.follow(commit))
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

/** Saves the reply's draft with files, as the command does. */
async function save(ids: readonly string[] | undefined, text = 'Dear Mira'): Promise<void> {
  const files = ids === undefined ? {} : { files: attachments.takeKnown(ids) }
  await open.desk.ask({ kind: 'save-draft', ticketId, mode: 'reply', text, replyTo: null, ...files }, byAnna)
  attachments.forget(ids ?? [])
  await settled()
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

  test('are the draft’s again when it was taken back, and go once they are taken out of it', async () => {
    await queue('1', [await chosen('a.txt')])
    await open.desk.ask({ kind: 'discard-reply', ticketId, outboxId: '1' }, byAnna)
    await settled()
    expect(room.removed).toEqual([])
    await save([])
    expect(room.removed).toEqual(['1-a.txt'])
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
    await send('2')
    expect(room.removed).toEqual(['1-a.txt'])
  })
})

describe('the files of a draft', () => {
  test('stay while it is written on, and become those of the reply', async () => {
    const id = await chosen('a.txt')
    await save([id])
    await save(undefined, 'Dear')
    await save(undefined, '')
    await queue('1', [id])
    expect(open.desk.state.drafts.size).toBe(0)
    expect(room.removed).toEqual([])
    await send('1')
    expect(room.removed).toEqual(['1-a.txt'])
  })

  test('go one by one as they are taken out, when that is durable', async () => {
    const [one, other] = [await chosen('a.txt'), await chosen('b.txt')]
    await save([one, other])
    open.journal.hold()
    const saving = save([other]).catch(() => 'refused')
    await settled()
    expect(room.removed).toEqual([])
    open.journal.refuse()
    expect(await saving).toBe('refused')
    await save([other])
    expect([...room.files.keys()]).toEqual(['2-b.txt'])
  })

  test('stay when they are taken out and sent in one breath, until they have gone', async () => {
    const id = await chosen('a.txt')
    await save([id])
    open.journal.hold()
    const saving = save([])
    const queueing = queue('1', [id])
    await open.journal.write()
    await Promise.all([saving, queueing])
    expect(room.removed).toEqual([])
    await send('1')
    expect(room.removed).toEqual(['1-a.txt'])
  })

  test('survive the start of the next run, and can be sent in it', async () => {
    const id = await chosen('a.txt')
    await save([id])
    await spent.sweep(await spent.leftBehind(open.desk.state))
    attachments = new Attachments(room, () => filesOfDrafts(open.desk.state))
    await queue('1', [id])
    await send('1')
    expect(room.removed).toEqual(['1-a.txt'])
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
    await spent.sweep(await spent.leftBehind(open.desk.state))
    expect(room.removed).toEqual(['3-never-sent.txt'])
  })

  test('a room that cannot be looked into keeps nobody from working', async () => {
    room.list = () => Promise.reject(new Error('locked'))
    await spent.sweep(await spent.leftBehind(open.desk.state))
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
    await spent.sweep(await spent.leftBehind(open.desk.state))
    expect([...room.files.keys()]).toEqual(['1-a.txt'])
    expect(open.log.errors).toEqual(['a file nobody sends could not be removed'])
  })
})
