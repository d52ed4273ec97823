import { expect, test } from 'vitest'
import type { Ask } from '../../../../../../src-main/adapters/telegram/link/ask'
import { uploadedMedia } from '../../../../../../src-main/adapters/telegram/sending/upload'

const file = { id: 'a', path: '1-a.pdf', name: 'a.pdf', mime: 'application/pdf', sizeBytes: 9 }
const ask: Ask = () => Promise.reject(new Error('nothing is sent of a file that cannot be read'))
const reading = (error: Error) =>
  uploadedMedia(file, { ask, outgoing: { read: () => Promise.reject(error) } })

test('a file that is gone is refused by its name, and not taken for one that may have been sent', async () => {
  await expect(reading(Object.assign(new Error(), { code: 'ENOENT' }))).rejects.toMatchObject({
    code: 'not-found',
    message: 'a.pdf is not on this computer any more. Attach it again.',
  })
})

test('a disk that fails for a moment is no refusal: the same is tried again', async () => {
  const failure = Object.assign(new Error(), { code: 'EIO' })
  await expect(reading(failure)).rejects.toBe(failure)
})
