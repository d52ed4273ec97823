import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Journal } from '../../../src-main/core/ports'
import { chatId, created, mark, plain, received } from '../../conformance/small-desk'
import { afterCrash, filesIn, flipBit, freshFolder, openAny, openDamaged, openWell, tell } from './real-files'

const conversation = `${chatId}:5`
const small = { segmentBytes: 2_000 }

/** Forty messages over several segments, each its own append; event n is message n. */
async function fill(journal: Journal): Promise<void> {
  for (let number = 1; number <= 40; number++) await tell(journal, received(5, number, `text ${number}`))
}

/** A filled store as a crash leaves it. */
async function filled(): Promise<string> {
  const directory = await freshFolder()
  await fill(await openWell(directory, small))
  return afterCrash(directory)
}

async function offsetOf(path: string, text: string): Promise<number> {
  return (await readFile(path)).indexOf(text)
}

test('a bit that turned in the middle stops the desk and tells what is intact', async () => {
  const directory = await filled()
  const path = join(directory, 'journal/000002.log')
  await flipBit(path, await offsetOf(path, 'text 8"'))
  const before = await readFile(path)
  const damage = await openDamaged(directory, small)
  expect(damage.file).toBe(path)
  expect(damage.what).toMatch(/^The history cannot be read beyond event 7 \(000002\.log, byte \d+\)\.$/)
  expect(damage.intact).toEqual({ events: 7, tickets: 0, lastAt: Date.UTC(2026, 0, 5, 0, 0, 7) })
  expect(await readFile(path)).toEqual(before)
  const sizes = await Promise.all(
    (await filesIn(join(directory, 'journal'), /\.log$/)).map(
      async (name) => (await stat(join(directory, 'journal', name))).size,
    ),
  )
  const first = sizes[0] ?? 0
  const intactBytes = Number(/byte (\d+)/.exec(damage.what)?.[1])
  expect(damage.damagedBytes).toBe(sizes.reduce((sum, size) => sum + size, 0) - first - intactBytes)
})

test('keeping what is intact sets the damaged file aside untouched and goes on before the damage', async () => {
  const directory = await filled()
  const folder = join(directory, 'journal')
  const path = join(folder, '000002.log')
  await flipBit(path, await offsetOf(path, 'text 8"'))
  const before = await readFile(path)
  const third = await readFile(join(folder, '000003.log'))
  const journal = await (await openDamaged(directory, small)).keepIntact()
  expect(journal.state.seq).toBe(7)
  expect(await readFile(join(folder, '000002.log.damaged-7'))).toEqual(before)
  expect(await readFile(join(folder, '000003.log.damaged-7'))).toEqual(third)
  await tell(journal, received(5, 50, 'new'))
  await journal.close()
  const again = await openWell(directory, small)
  expect(again.read(conversation, { limit: 2 }).map(({ seq }) => seq)).toEqual([8, 7])
  expect(again.find(chatId, 8)).toBeNull()
})

test('a checkpoint that knows more than what is intact is not believed', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory, small)
  await tell(first, created(5), mark('pts', 'early'))
  await first.checkpoint()
  await fill(first)
  await tell(first, created(6), mark('pts', 'late'))
  await first.close()
  const path = join(directory, 'journal/000003.log')
  await rm(path.replace('.log', '.idx'))
  await flipBit(path, (await stat(path)).size - 40)
  const damage = await openDamaged(directory, small)
  const journal = await damage.keepIntact()
  expect(journal.state.seq).toBe(damage.intact.events)
  expect(journal.state.marks.get('pts')).toBe('early')
  expect(journal.state.codes.has('TCK6')).toBe(false)
})

test('a journal that ends before its checkpoint is damaged, not merely torn', async () => {
  const directory = await freshFolder()
  await fill(await openWell(directory, small))
  const crashed = await afterCrash(directory)
  const journal = await openWell(crashed, small)
  await journal.close()
  const last = (await filesIn(join(crashed, 'journal'), /\.log$/)).at(-1) ?? ''
  const path = join(crashed, 'journal', last)
  await truncate(path, (await stat(path)).size - 10)
  const damage = await openDamaged(crashed, small)
  expect(damage.intact.events).toBe(39)
  expect((await damage.keepIntact()).state.seq).toBe(39)
})

test.each([
  ['the first', '000001.log', 0],
  ['a middle one', '000003.log', 0],
])('%s of the segments missing is damage', async (_, name, atLeast) => {
  const directory = await filled()
  await rm(join(directory, 'journal', name))
  const damage = await openDamaged(directory, small)
  expect(damage.file).toBe(join(directory, 'journal', name))
  const journal = await damage.keepIntact()
  expect(journal.state.seq).toBeGreaterThanOrEqual(atLeast)
  expect(journal.state.seq).toBe(damage.intact.events)
  await tell(journal, received(5, 99, 'on'))
  expect(journal.latest(chatId, 99)?.text).toBe('on')
})

test('the whole journal missing behind a checkpoint is damage', async () => {
  const directory = await freshFolder()
  const journal = await openWell(directory)
  await tell(journal, created(5))
  await journal.close()
  await rm(join(directory, 'journal'), { recursive: true })
  const damage = await openDamaged(directory)
  expect(damage.intact).toEqual({ events: 0, tickets: 0, lastAt: null })
  expect((await damage.keepIntact()).state.seq).toBe(0)
})

test('a damaged header of a segment with events is damage', async () => {
  const directory = await filled()
  await flipBit(join(directory, 'journal/000002.log'), 20)
  const damage = await openDamaged(directory, small)
  expect((await damage.keepIntact()).state.seq).toBe(damage.intact.events)
})

test('with a damaged newest checkpoint the one before it serves; with both, the journal alone', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory, small)
  await fill(first)
  await first.checkpoint()
  await tell(first, created(6), mark('pts', '1'))
  await first.checkpoint()
  await tell(first, mark('pts', '2'))
  const { state } = first
  const checkpoint = join(directory, 'checkpoint')
  const manifests = await filesIn(checkpoint, /^manifest/)
  expect(manifests).toHaveLength(2)
  const [older = '', newer = ''] = manifests
  for (const broken of [[newer], [newer, older]]) {
    const crashed = await afterCrash(directory)
    for (const name of broken) await flipBit(join(crashed, 'checkpoint', name), 30)
    const journal = await openWell(crashed, small)
    expect(plain(journal.state)).toEqual(plain(state))
    await tell(journal, created(7))
    await journal.close()
    const again = await openWell(crashed, small)
    expect(again.state.codes.get('TCK7')).toBe(`${chatId}:7`)
  }
})

test('a damaged table of a checkpoint makes that checkpoint not count', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory)
  await tell(first, created(5), mark('pts', '1'))
  await first.checkpoint()
  await tell(first, mark('pts', '2'))
  await first.checkpoint()
  const crashed = await afterCrash(directory)
  const [file = ''] = (await filesIn(join(crashed, 'checkpoint'), /^marks-/)).slice(-1)
  await flipBit(join(crashed, 'checkpoint', file), 4)
  expect((await openWell(crashed)).state.marks.get('pts')).toBe('2')
})

test('notes that are damaged, foreign or gone cost a longer start and nothing else', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory, small)
  await fill(first)
  await first.close()
  const folder = join(directory, 'journal')
  const notes = await filesIn(folder, /\.idx$/)
  expect(notes.length).toBeGreaterThan(3)
  const [one = '', two = '', three = '', four = ''] = notes
  await flipBit(join(folder, one), 200)
  await rm(join(folder, two))
  await writeFile(join(folder, three), await readFile(join(folder, four)))
  await writeFile(join(folder, four), 'not notes at all')
  const journal = await openWell(directory, small)
  const read = journal.read(conversation, { limit: 100 })
  expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, at) => 40 - at))
  for (let number = 1; number <= 40; number++) {
    expect(journal.latest(chatId, number)).toMatchObject({ text: `text ${number}`, position: number })
  }
})

test('an event the disk lost after it was noted is never passed over in silence', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory, small)
  await fill(first)
  await first.close()
  const path = join(directory, 'journal/000001.log')
  await flipBit(path, await offsetOf(path, 'text 2"'))
  const journal = await openWell(directory, small)
  expect(() => journal.read(conversation, { limit: 100 })).toThrow('event 2 cannot be read')
  expect(journal.latest(chatId, 1)?.text).toBe('text 1')
})

test('the profile stays held while the agent decides', async () => {
  const directory = await filled()
  await flipBit(join(directory, 'journal/000001.log'), 300)
  await openDamaged(directory, small)
  expect((await openAny(directory, small)).kind).toBe('in-use')
})
