import { beforeEach, expect, test } from 'vitest'
import { outboxIdOf } from '../../../../../src-main/core/outbox/outbox-id'
import { Refusal } from '../../../../../src-main/core/refusal'
import { Attachments } from '../../../../../src-main/desk/attachments'
import { conversationHandlers } from '../../../../../src-main/desk/handlers/conversation-handlers'
import type { Views } from '../../../../../src-main/desk/views'
import { byAnna, ticketId as openTicketId } from '../../core/desk-on-paper'
import { MemoryRoom } from '../memory-room'
import { OpenDesk } from '../open-desk'
import { recordingDesk } from '../recording-desk'
import { strict } from '../strict'

const ticketId = 't'
const replyId = '7b0f3a52-5f0a-4c39-9d2e-0a7a3a1f7a11'
const draft = {
  ticketId,
  mode: 'reply',
  text: 'Dear Mira',
  replyTo: null,
  attachments: [],
  savedAt: 5,
} as const

let attachments: Attachments
let rig: ReturnType<typeof recordingDesk>
let handlers: ReturnType<typeof conversationHandlers>
let looked: unknown[]

beforeEach(() => {
  attachments = new Attachments(new MemoryRoom(), () => [])
  rig = recordingDesk()
  looked = []
  const views = strict<Views>('views', {
    timeline: (...asked) => {
      looked.push(asked)
      return { ticketId, revision: 1, items: [], earlier: null, newFrom: null }
    },
    drafts: () => [draft],
    draft: () => draft,
  })
  handlers = conversationHandlers(
    rig.desk,
    () => byAnna,
    views,
    attachments,
    async () => null,
  )
})

const reply = (ids: readonly string[]) => ({
  ...{ ticketId, replyId, text: 'Hello', entities: [], replyTo: 'm:3', attachments: [...ids] },
  ...{ after: 'wait' as const, seenPosition: 9, force: false },
})

test('a reply is one intent, under the id made from the one the window gave, with its files', async () => {
  const file = await attachments.add('a.txt', 'text/plain', Uint8Array.of(1))
  await handlers.reply(reply([file.id]))
  const outboxId = outboxIdOf(replyId)
  expect(rig.asked).toEqual([
    {
      intent: {
        ...{ kind: 'queue-reply', ticketId, outboxId, text: 'Hello', entities: [], replyTo: 'm:3' },
        ...{ files: [{ ...file, path: '1-a.txt' }], after: 'wait', seenPosition: 9, force: false },
      },
      by: byAnna,
    },
  ])
})

test('the files of a reply belong to it once it is durable; those of a refused one can be sent again', async () => {
  const { id } = await attachments.add('a.txt', 'text/plain', Uint8Array.of(1))
  rig.refusing.with = new Refusal('conflict', 'Mira wrote while you were typing.')
  await expect(handlers.reply(reply([id]))).rejects.toBe(rig.refusing.with)
  rig.refusing.with = null
  await handlers.reply(reply([id]))
  expect(() => attachments.take([id])).toThrow('Add it again')
})

test('a reply asked again after its answer was lost is the same reply, files and all', async () => {
  const open = await OpenDesk.open()
  attachments = new Attachments(new MemoryRoom(), () => [])
  const { reply: ask } = conversationHandlers(
    open.desk,
    () => byAnna,
    strict<Views>('views', {}),
    attachments,
    async () => null,
  )
  const { id } = await attachments.add('a.txt', 'text/plain', Uint8Array.of(1))
  const once = { ...reply([id]), ticketId: openTicketId, force: true }
  await ask(once)
  await ask(once)
  expect([...open.desk.state.outbox.values()]).toMatchObject([{ files: [{ id }] }])
})

test('the files of a draft are saved with it, without those that went with a reply meanwhile', async () => {
  const file = await attachments.add('a.txt', 'text/plain', Uint8Array.of(1))
  const words = { ticketId, mode: 'reply', text: '', replyTo: null } as const
  await handlers.saveDraft({ ...words, attachments: ['gone', file.id] })
  expect(rig.asked[0]?.intent).toEqual({
    ...{ kind: 'save-draft', ...words },
    files: [{ ...file, path: '1-a.txt' }],
  })
})

test('a reply with a file that is not there any more is not sent without it', async () => {
  await expect(handlers.reply(reply(['gone']))).rejects.toMatchObject({ code: 'not-found' })
  expect(rig.asked).toEqual([])
})

test.each([
  [
    'note',
    () => handlers.note({ ticketId, noteId: 'n', text: 'Hm' }),
    { kind: 'add-note', ticketId, noteId: 'n', text: 'Hm' },
  ],
  [
    'retry',
    () => handlers.retry({ ticketId, outboxId: '1' }),
    { kind: 'retry-reply', ticketId, outboxId: '1' },
  ],
  ['seen', () => handlers.seen({ ticketId, position: 4 }), { kind: 'see-ticket', ticketId, position: 4 }],
  [
    'saveDraft',
    () => handlers.saveDraft({ ticketId, mode: 'note', text: 'Hm', replyTo: null }),
    { kind: 'save-draft', ticketId, mode: 'note', text: 'Hm', replyTo: null },
  ],
] as const)('%s is one intent of the agent', async (_, call, intent) => {
  expect(await call()).toBeUndefined()
  expect(rig.asked).toEqual([{ intent, by: byAnna }])
})

test('a reply that is taken back answers with the draft it became', async () => {
  expect(await handlers.discard({ ticketId, outboxId: '1' })).toBe(draft)
  expect(rig.asked).toEqual([{ intent: { kind: 'discard-reply', ticketId, outboxId: '1' }, by: byAnna }])
})

test('reading asks the desk for nothing', () => {
  handlers.page({ ticketId, limit: 50 })
  handlers.page({ ticketId, limit: 20, before: 'cursor' })
  expect(looked).toEqual([
    [ticketId, 50, undefined],
    [ticketId, 20, 'cursor'],
  ])
  expect(handlers.drafts({ ticketId })).toEqual([draft])
  expect(rig.asked).toEqual([])
})

test('an edit and a deletion are one intent each', async () => {
  const entities = [{ kind: 'bold', offset: 0, length: 2 } as const]
  await handlers.edit({ ticketId, outboxId: '5', text: 'Hi there', entities })
  await handlers.delete({ ticketId, outboxId: '5' })
  expect(rig.asked.map(({ intent }) => intent)).toEqual([
    { kind: 'edit-reply', ticketId, outboxId: '5', text: 'Hi there', entities },
    { kind: 'delete-reply', ticketId, outboxId: '5' },
  ])
})
