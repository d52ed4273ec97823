import { describe, expect, test } from 'vitest'
import type { FileRoom } from '../../src-main/core/ports'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (kept: Uint8Array) => new TextDecoder().decode(kept)

/** What every file room must do. `open` gives an empty one. */
export function describeFileRoom(name: string, open: () => Promise<FileRoom>): void {
  describe(`${name} is a file room`, () => {
    test('what is kept is read back, byte for byte', async () => {
      const room = await open()
      const all = Uint8Array.from({ length: 256 }, (_, at) => at)
      const path = await room.keep('bytes.bin', all)
      expect(Buffer.from(await room.read(path)).equals(all)).toBe(true)
      expect(await room.has(path)).toBe(true)
    })

    test('files of the same name are kept apart', async () => {
      const room = await open()
      const first = await room.keep('invoice.pdf', bytes('first'))
      const second = await room.keep('invoice.pdf', bytes('second'))
      expect(text(await room.read(first))).toBe('first')
      expect(text(await room.read(second))).toBe('second')
    })

    test('a path of the caller is kept to, and kept anew', async () => {
      const room = await open()
      await room.keepAs('photo-1.jpg', bytes('one'))
      await room.keepAs('photo-1.jpg', bytes('two'))
      expect(text(await room.read('photo-1.jpg'))).toBe('two')
    })

    test('what is removed is gone, and removing it again is fine', async () => {
      const room = await open()
      const path = await room.keep('a.txt', bytes('a'))
      await room.remove(path)
      await room.remove(path)
      expect(await room.has(path)).toBe(false)
      await expect(room.read(path)).rejects.toThrow()
    })

    test.each([
      '../../etc/passwd',
      'C:\\Windows\\x.dll',
      '.hidden',
      'a\u0000b.txt',
      '\u202egpj.exe',
      '',
      '.',
    ])('the name %j a stranger gave is never a path', async (given) => {
      const room = await open()
      const path = await room.keep(given, bytes('x'))
      expect(path).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9.-]*$/)
      expect(text(await room.read(path))).toBe('x')
    })

    test.each(['../secret', 'a/b', 'a\\b', '..', '.', '', '.tmp', 'a b', 'ü', 'a\u0000'])(
      'the path %j is refused',
      async (path) => {
        const room = await open()
        await expect(room.read(path)).rejects.toThrow('not a path of this room')
        await expect(room.has(path)).rejects.toThrow('not a path of this room')
        await expect(room.remove(path)).rejects.toThrow('not a path of this room')
        await expect(room.keepAs(path, bytes('x'))).rejects.toThrow('not a path of this room')
        expect(() => room.resolve(path)).toThrow('not a path of this room')
      },
    )
  })
}
