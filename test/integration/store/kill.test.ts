import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Journal } from '../../../src-main/core/ports'
import { chatId, emptySmall, plain, record, step } from '../../conformance/small-desk'
import { chance } from './chance'
import { appendSize, eventAt, nextAppend } from './endless-work'
import { afterCrash, freshFolder, openWell } from './real-files'

const rounds = 40
const child = fileURLToPath(new URL('endless-child.ts', import.meta.url))

/** Lets a child work on a store and kills it after some acknowledgements. Answers the last one heard. */
async function workAndDie(directory: string, random: () => number): Promise<number> {
  const worker: ChildProcess = spawn(process.execPath, ['--import', 'tsx', child, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const died = once(worker, 'exit')
  if (worker.stdout === null) throw new Error('the child has no output')
  const patience = Math.floor(random() * 120)
  let heard = 0
  let keptSeq = 0
  for await (const line of createInterface(worker.stdout)) {
    const [word, seq] = line.split(' ')
    if (word === 'open') expect(Number(seq)).toBeGreaterThanOrEqual(keptSeq)
    keptSeq = Math.max(keptSeq, Number(seq))
    if (heard++ !== patience) continue
    // At no particular moment of its work.
    setTimeout(() => worker.kill('SIGKILL'), random() * 8)
  }
  expect(await died).toEqual([null, 'SIGKILL'])
  return keptSeq
}

function expectWhole(journal: Journal, keptSeq: number): void {
  const { seq } = journal.state
  expect(seq).toBeGreaterThanOrEqual(keptSeq)
  let end = 0
  let state = emptySmall
  while (end < seq) {
    state = step(state, ...nextAppend(end)).next
    end += appendSize(end)
  }
  expect(end).toBe(seq)
  expect(plain(journal.state)).toEqual(plain(state))
  const all = record(
    emptySmall,
    Array.from({ length: seq }, (_, at) => eventAt(at + 1)),
  )
  for (const topic of [1, 2, 3, 4, 5]) {
    const conversationId = `${chatId}:${topic}`
    const own = all.filter(
      ({ event }) => 'conversationId' in event && event.conversationId === conversationId,
    )
    expect(journal.read(conversationId, { limit: own.length + 1 })).toEqual(own.reverse())
  }
}

test(`a desk killed ${rounds} times at random moments loses nothing it acknowledged and keeps nothing by half`, async () => {
  const random = chance(7)
  const directory = await freshFolder()
  let keptSeq = 0
  for (let round = 0; round < rounds; round++) {
    keptSeq = Math.max(keptSeq, await workAndDie(directory, random))
    const journal = await openWell(await afterCrash(directory))
    expectWhole(journal, keptSeq)
    await journal.close()
  }
  expect(keptSeq).toBeGreaterThan(rounds)
}, 300_000)
