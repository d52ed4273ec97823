import { beforeEach, expect, test } from 'vitest'
import type { Desktop } from '../../../../../src-main/core/ports'
import { Attachments } from '../../../../../src-main/desk/attachments'
import { fileHandlers } from '../../../../../src-main/desk/handlers/file-handlers'
import { queueHandlers } from '../../../../../src-main/desk/handlers/queue-handlers'
import type { ReceivedFiles } from '../../../../../src-main/desk/received-files'
import type { Views } from '../../../../../src-main/desk/views'
import { MemoryRoom } from '../memory-room'
import { strict } from '../strict'

const bytes = Uint8Array.of(1, 2, 3)
const picture = { mime: 'image/png', base64: 'AQID' } as const
const two = [
  { name: 'a.txt', mime: 'text/plain', bytes },
  { name: 'b.txt', mime: '', bytes },
]
let picked: Awaited<ReturnType<Desktop['pickFiles']>>
let room: MemoryRoom
let saved: unknown[]
let handlers: ReturnType<typeof fileHandlers>

beforeEach(() => {
  picked = two
  room = new MemoryRoom()
  saved = []
  const received = strict<ReceivedFiles>('received', {
    picture: async () => picture,
    bytes: async (ticketId, fileId) => ({ name: `${ticketId}-${fileId}.pdf`, bytes }),
  })
  const desktop = strict<Desktop>('desktop', {
    pickFiles: async () => picked,
    saveFile: async (...what) => {
      saved.push(what)
      return false
    },
  })
  handlers = fileHandlers(new Attachments(room, () => []), received, desktop)
})

test('picked files are in the profile before they are shown', async () => {
  const shown = await handlers.pick(undefined)
  expect(shown.map(({ name }) => name)).toEqual(['a.txt', 'b.txt'])
  expect([...room.files.keys()]).toEqual(['1-a.txt', '2-b.txt'])
})

test('of picked files all are kept, or none where one cannot be sent', async () => {
  picked = [...two, { name: 'c.txt', mime: '', bytes: new Uint8Array() }]
  await expect(handlers.pick(undefined)).rejects.toThrow('c.txt is empty.')
  expect(room.files.size).toBe(0)
})

test('pasted bytes are kept as they were', async () => {
  await handlers.stage({ name: 'c.png', mime: 'image/png', base64: 'AQID' })
  expect([...(room.files.get('1-c.png') ?? [])]).toEqual([1, 2, 3])
})

test('a received file is shown, or saved where the agent says; thinking better of it is no error', async () => {
  expect(await handlers.picture({ ticketId: 't', fileId: 'f' })).toBe(picture)
  expect(await handlers.save({ ticketId: 't', fileId: 'f' })).toBe(false)
  expect(saved).toEqual([['t-f.pdf', bytes]])
})

test('the queue is read and searched as asked', () => {
  const asked: unknown[] = []
  const views = strict<Views>('views', {
    queuePage: (...page) => asked.push(page) as never,
    search: (...search) => asked.push(search) as never,
    nextUnsent: (...after) => asked.push(after) as never,
  })
  const queue = queueHandlers(views)
  queue.page({ view: 'mine', from: 50, count: 100 })
  queue.search({ text: 'mira', limit: 5 })
  queue.nextUnsent({ after: 't' })
  expect(asked).toEqual([['mine', 50, 100], ['mira', 5], ['t']])
})
