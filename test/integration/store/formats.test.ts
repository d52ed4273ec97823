import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { frame, unframe } from '../../../src-main/adapters/store/framed'
import { chatId, created, emptySmall, mark, plain, received, step } from '../../conformance/small-desk'
import { filesIn, flipBit, freshFolder, openAny, openDamaged, openWell, tell } from './real-files'

const history = step(
  emptySmall,
  created(5),
  ...Array.from({ length: 30 }, (_, at) => received(5, at + 1, `text ${at + 1}`)),
  mark('pts', '30'),
)

/** A store of format 1: one file, one event a line. */
async function oldStore(tail = ''): Promise<string> {
  const directory = await freshFolder()
  const lines = Buffer.concat(history.recorded.map((recorded) => frame(recorded)))
  await writeFile(join(directory, 'journal.jsonl'), Buffer.concat([lines, Buffer.from(tail)]))
  return directory
}

/** Rewrites the framed first line of a file. */
async function reword(path: string, change: (value: { format: number }) => object): Promise<void> {
  const bytes = await readFile(path)
  const rest = bytes.subarray(bytes.indexOf(0x0a) + 1)
  await writeFile(path, Buffer.concat([frame(change(unframe(bytes) as { format: number })), rest]))
}

test('a history of format 1 is carried over whole, and its file kept', async () => {
  const directory = await oldStore()
  const old = await readFile(join(directory, 'journal.jsonl'))
  const journal = await openWell(directory, { segmentBytes: 2_000 })
  expect(plain(journal.state)).toEqual(plain(history.next))
  expect(journal.read(`${chatId}:5`, { limit: 99 })).toEqual(history.recorded.slice(0, -1).reverse())
  expect(await readFile(join(directory, 'journal.jsonl.format-1'))).toEqual(old)
  await tell(journal, received(5, 31, 'new'))
  await journal.close()
  expect((await openWell(directory)).latest(chatId, 31)?.text).toBe('new')
})

test('an unfinished last line of format 1 is left behind', async () => {
  const directory = await oldStore('1234abcd {"seq":33,"at"')
  expect((await openWell(directory)).state.seq).toBe(32)
})

test('a migration that was interrupted begins anew', async () => {
  const directory = await oldStore()
  await mkdir(join(directory, 'journal.unfinished'))
  await writeFile(join(directory, 'journal.unfinished', '000001.log'), 'half of it')
  expect((await openWell(directory)).state.seq).toBe(32)
})

test('a migration that was interrupted at its very end is not done twice', async () => {
  const directory = await oldStore()
  const journal = await openWell(directory)
  await tell(journal, received(5, 31, 'new'))
  await journal.close()
  await rename(join(directory, 'journal.jsonl.format-1'), join(directory, 'journal.jsonl'))
  expect((await openWell(directory)).state.seq).toBe(33)
  expect(await filesIn(directory, /jsonl/)).toEqual(['journal.jsonl.format-1'])
})

test('damage in a history of format 1 is shown before anything is changed', async () => {
  const directory = await oldStore()
  const path = join(directory, 'journal.jsonl')
  await flipBit(path, (await readFile(path)).indexOf('text 9"'))
  const damage = await openDamaged(directory)
  expect(damage.file).toBe(path)
  expect(damage.intact).toMatchObject({ events: 9, lastAt: Date.UTC(2026, 0, 5, 0, 0, 9) })
  const journal = await damage.keepIntact()
  expect(journal.state.seq).toBe(9)
  expect(journal.state.codes.size).toBe(1)
})

test('a store of a newer format is refused with a sentence and left as it is', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory)
  await tell(first, created(5))
  await first.close()
  const segment = join(directory, 'journal/000001.log')
  await reword(segment, (header) => ({ ...header, format: 3 }))
  const before = await readFile(segment)
  const refused = await openAny(directory)
  expect(refused).toEqual({
    kind: 'newer-format',
    what: 'This desk was last opened by a newer Topicdesk (format 3, this one knows 2). Install the newer one to go on; nothing was changed.',
  })
  expect(await readFile(segment)).toEqual(before)
  await reword(segment, (header) => ({ ...header, format: 2 }))
  expect((await openWell(directory)).state.seq).toBe(1)
})

test('a checkpoint of a newer format is refused as well', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory)
  await tell(first, created(5))
  await first.close()
  const [manifest = ''] = await filesIn(join(directory, 'checkpoint'), /^manifest/)
  await reword(join(directory, 'checkpoint', manifest), (all) => ({ ...all, format: 7 }))
  expect((await openAny(directory)).kind).toBe('newer-format')
})

test('under other rules the journal is folded anew', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory, { rules: '1' })
  await tell(first, created(5), mark('pts', '1'))
  await first.close()
  const folded: number[] = []
  const evolve = (state: typeof emptySmall, recorded: { readonly seq: number }) => {
    folded.push(recorded.seq)
    return { ...state, seq: recorded.seq }
  }
  await (await openWell(directory, { rules: '1', evolve })).close()
  expect(folded).toEqual([])
  const anew = await openWell(directory, { rules: '2', evolve })
  expect(folded).toEqual([1, 2])
  await anew.close()
  await openWell(directory, { rules: '2', evolve })
  expect(folded).toEqual([1, 2])
})
