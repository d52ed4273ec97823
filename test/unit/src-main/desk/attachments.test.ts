import { expect, test } from 'vitest'
import { Attachments } from '../../../../src-main/desk/attachments'
import { attachmentMaxBytes } from '../../../../src-preload/contract/limits'
import { MemoryRoom } from './memory-room'

const three = Uint8Array.of(1, 2, 3)

test('a chosen file is safe in the profile before its name is told', async () => {
  const room = new MemoryRoom()
  const attachments = new Attachments(room, () => [])
  const told = await attachments.add('invoice.pdf', 'application/pdf', three)
  expect(told).toEqual({ id: told.id, name: 'invoice.pdf', mime: 'application/pdf', sizeBytes: 3 })
  const [file] = attachments.take([told.id])
  expect(file).toEqual({ ...told, path: '1-invoice.pdf' })
  expect(room.files.get('1-invoice.pdf')).toEqual(three)
})

test('files are taken in the order they are asked for, two of one name apart', async () => {
  const attachments = new Attachments(new MemoryRoom(), () => [])
  const first = await attachments.add('a.txt', 'text/plain', three)
  const second = await attachments.add('a.txt', '', three)
  expect(attachments.take([second.id, first.id]).map(({ path }) => path)).toEqual(['2-a.txt', '1-a.txt'])
  expect(second.mime).toBe('application/octet-stream')
})

test('an empty file and one that is too large are refused, and not kept', async () => {
  const room = new MemoryRoom()
  const attachments = new Attachments(room, () => [])
  const field = { field: 'attachments' }
  await expect(attachments.add('a.txt', '', new Uint8Array())).rejects.toMatchObject({
    ...{ code: 'invalid-input', message: 'a.txt is empty.', more: field },
  })
  await expect(attachments.add('b.bin', '', new Uint8Array(attachmentMaxBytes + 1))).rejects.toMatchObject({
    ...{
      code: 'invalid-input',
      message: expect.stringMatching(/^Files up to 50 MB .* has 51\./),
      more: field,
    },
  })
  expect(room.files.size).toBe(0)
  await attachments.add('c.bin', '', new Uint8Array(attachmentMaxBytes))
})

test('a file can be taken until it belongs to a reply, so that a refused one can be sent again', async () => {
  const attachments = new Attachments(new MemoryRoom(), () => [])
  const { id } = await attachments.add('a.txt', '', three)
  attachments.take([id])
  expect(attachments.take([id])).toHaveLength(1)
  attachments.forget([id])
  expect(attachments.takeKnown([id])).toEqual([])
  expect(() => attachments.take([id])).toThrow('Add it again')
})

test('a file that a draft keeps can be taken after a restart', () => {
  const file = { id: 'f', path: '1-a.txt', name: 'a.txt', mime: 'text/plain', sizeBytes: 3 }
  const attachments = new Attachments(new MemoryRoom(), () => [file])
  expect(attachments.take(['f'])).toEqual([file])
  expect(attachments.takeKnown(['gone', 'f'])).toEqual([file])
})

test('a file that no draft keeps is not known in the next run', () => {
  expect(() => new Attachments(new MemoryRoom(), () => []).take(['gone'])).toThrow(
    expect.objectContaining({ code: 'not-found', more: { field: 'attachments' } }),
  )
})
